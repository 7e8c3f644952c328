using Reelsmith.Script.Documents;

namespace Reelsmith.Script.Tests;

public class SentenceSplitterTests
{
    // Sentences are parted by | in the expected text.
    [Theory]
    [InlineData("en", "One. Two. Three.", "One.|Two.|Three.")]
    [InlineData("en", "Mr. Smith met Dr. Jones. They talked.", "Mr. Smith met Dr. Jones.|They talked.")]
    [InlineData("en", "Use fruit, e.g. apples. They keep.", "Use fruit, e.g. apples.|They keep.")]
    [InlineData("en", "He lives in the U.S. Army base. She does not.", "He lives in the U.S. Army base.|She does not.")]
    [InlineData("en", "He moved to the U.S. The year was 1990.", "He moved to the U.S.|The year was 1990.")]
    [InlineData("en", "Pi is 3.14 or so. Nobody minds.", "Pi is 3.14 or so.|Nobody minds.")]
    [InlineData("en", "J. K. Rowling wrote it. I read it.", "J. K. Rowling wrote it.|I read it.")]
    [InlineData("en", "So did I. Then we left.", "So did I.|Then we left.")]
    [InlineData("en", "\"Who is there?\" he cried. Nobody answered.", "\"Who is there?\" he cried.|Nobody answered.")]
    [InlineData("en", "“Stop!” Tom shouted. The car went on.", "“Stop!” Tom shouted.|The car went on.")]
    [InlineData("en", "“I am here. I came by sea,” said he. All laughed.", "“I am here. I came by sea,” said he.|All laughed.")]
    [InlineData("en", "He said, \"I will go.\" Then he went.", "He said, \"I will go.\"|Then he went.")]
    [InlineData("en", "Well... maybe. Or not.", "Well... maybe.|Or not.")]
    [InlineData("en", "Wait… What was that? Nothing!", "Wait…|What was that?|Nothing!")]
    [InlineData("en", "It cost $3.50 at No. 5 Main St. in May.", "It cost $3.50 at No. 5 Main St. in May.")]
    [InlineData("en", "True!—nervous—very nervous I had been. Yes.", "True!—nervous—very nervous I had been.|Yes.")]
    [InlineData("en", "Is it? (Yes, it is.) Good.", "Is it?|(Yes, it is.)|Good.")]
    [InlineData("en", "no capital letters here. none at all", "no capital letters here. none at all")]
    [InlineData("de", "Am 3. Mai kam er an. Es regnete.", "Am 3. Mai kam er an.|Es regnete.")]
    [InlineData("de", "Das gilt z. B. für Bienen. Sie fliegen.", "Das gilt z. B. für Bienen.|Sie fliegen.")]
    [InlineData("de", "„Komm her!“, rief er. Sie kam.", "„Komm her!“, rief er.|Sie kam.")]
    [InlineData("fr", "« Où vas-tu ? » demanda-t-il. Elle partit.", "« Où vas-tu ? » demanda-t-il.|Elle partit.")]
    [InlineData("es", "¿Quién es? ¡Soy yo! Pasa.", "¿Quién es?|¡Soy yo!|Pasa.")]
    [InlineData("zh", "天黑了。他回家了！你呢？", "天黑了。|他回家了！|你呢？")]
    [InlineData("zh", "他说：“你好。我来了。”然后坐下。", "他说：“你好。我来了。”|然后坐下。")]
    [InlineData("zh", "“你去哪儿？”妈妈问。他不说话。", "“你去哪儿？”妈妈问。|他不说话。")]
    [InlineData("ja", "「行こう。早く。」と彼は言った。外は雨だ。", "「行こう。早く。」と彼は言った。|外は雨だ。")]
    [InlineData("hi", "यह एक घर है। वह बड़ा है।", "यह एक घर है।|वह बड़ा है।")]
    [InlineData("ar", "أين أنت؟ أنا هنا. تعال.", "أين أنت؟|أنا هنا.|تعال.")]
    public void Sentences_end_where_a_reader_says_so(string language, string text, string expected) =>
        Assert.Equal(expected.Split('|'), SentenceSplitter.Split(text, language).Select(s => s.Text));

    [Fact]
    public void A_sentence_of_a_minute_is_split_at_its_clauses()
    {
        var clause = "the river rose over the fields and carried away the bridges; ";
        var parts = SentenceSplitter.Split(string.Concat(Enumerable.Repeat(clause, 12)), "en");
        Assert.True(parts.Count >= 5);
        Assert.All(parts.Skip(1), p => Assert.True(p.Continues));
        Assert.All(parts, p => Assert.EndsWith(";", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_without_any_punctuation_still_comes_in_pieces_that_can_be_said()
    {
        var parts = SentenceSplitter.Split(string.Join(' ', Enumerable.Repeat("word", 400)), "en");
        Assert.All(parts, p => Assert.True(Languages.SpeechPace.Seconds(p.Text, "en") < 13));
        Assert.Equal(400, parts.Sum(p => p.Text.Split(' ').Length));
    }
}
