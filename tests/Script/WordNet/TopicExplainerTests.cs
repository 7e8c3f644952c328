using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

public sealed partial class TopicExplainerTests
{
    private static readonly string[] s_prompts =
    [
        "Why do volcanoes erupt?", "Tell me about the blue whale", "photosynthesis", "How does a guitar work?", "The Renaissance", "dogs vs cats", "Why is the sky blue?",
        "Why do we sleep?", "How do birds fly?", "Albert Einstein", "Why do cats purr?", "The elephant", "What is cheese?", "coffee", "How is wine made?", "What is DNA?",
        "electricity", "Mercury", "Why is the ocean salty?", "Mount Everest", "Paris", "The Nile", "Antarctica", "opera", "Marie Curie", "chess", "The computer",
        "How does the Internet work?", "What is love?", "democracy", "money", "Why do leaves change color?", "The human brain", "trees", "World War II",
        "What is the difference between a crocodile and an alligator?", "bank", "Ancient Egypt", "knights", "castles", "swimming", "honey", "clouds", "the violin",
    ];

    public static TheoryData<string> Prompts => [.. s_prompts];

    [Theory]
    [MemberData(nameof(Prompts))]
    public void A_narration_can_be_read_aloud(string prompt)
    {
        var explanation = Explain(prompt);
        Assert.Equal(ExplanationPartKind.Opening, explanation.Parts[0].Kind);
        Assert.Equal(ExplanationPartKind.Definition, explanation.Parts[1].Kind);
        Assert.Equal(ExplanationPartKind.Closing, explanation.Parts[^1].Kind);
        foreach (var part in explanation.Parts)
        {
            Assert.NotEmpty(part.Narration);
            Assert.All(part.Narration, sentence =>
            {
                Assert.Matches(@"[.?!]$", sentence);
                Assert.Matches(@"^\p{Lu}", sentence);
                Assert.DoesNotMatch(@"[()_;`\[\]{}]|\s\s|\s[,.]|\.\.|\b(?:an? an?|the the|a [aeio]\w|is is|are is|goodses)\b", sentence);
            });
            Assert.InRange(Phrases.WordCount(part.Headline), 1, part.Kind == ExplanationPartKind.Opening ? 14 : 8);
            Assert.All(part.Emphasis, e => Assert.Contains(e, part.Headline, StringComparison.OrdinalIgnoreCase));
            Assert.NotEmpty(part.Keywords);
            Assert.True(part.Points.Count is 0 or (>= 2 and <= 4));
            Assert.All(part.Points, p => Assert.True(p.Text is null || Phrases.WordCount(p.Text) <= 12));
        }
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Every_fact_stands_in_the_database_under_its_sense_key(string prompt)
    {
        foreach (var fact in Explain(prompt).Parts.SelectMany(p => p.Facts))
        {
            var sense = Senses(fact.SenseKey).SingleOrDefault(s => s.Key == fact.SenseKey);
            Assert.NotNull(sense);
            Assert.True(sense.Word == fact.Fragment || InOrder(ContentWords.Words(fact.Fragment), ContentWords.Words(Spelt(sense.Synset.Definition))),
                $"\"{fact.Fragment}\" is not in \"{sense.Synset.Definition}\"");
        }
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void The_content_words_of_a_narration_come_from_the_facts_and_the_prompt(string prompt)
    {
        var explanation = Explain(prompt);
        var grounds = string.Join(' ', explanation.Parts.SelectMany(p => p.Facts).SelectMany(f => Senses(f.SenseKey).Where(s => s.Key == f.SenseKey))
            .Select(s => $"{Spelt(s.Synset.Definition)} {string.Join(' ', s.Synset.Words.Select(w => w.Text))}"));
        var known = ContentWords.Words($"{grounds} {prompt} {explanation.Title}").Select(w => w[..Math.Min(3, w.Length)]).ToHashSet();
        var frame = ContentWords.Words("let us start with what then see what happens here is the answer in short step by step exactly which kinds are there parts does it have examples "
            + "word also stands for different kinds term terms need explaining more on the way one two three after other side include contains like part together make up lived both mean "
            + "means who when called versus they its it such so that those and i").Select(w => w[..Math.Min(3, w.Length)]).ToHashSet();
        foreach (var word in explanation.Parts.SelectMany(p => p.Narration).SelectMany(ContentWords.Words).Where(w => ContentWords.Stems(w).Count > 0))
        {
            Assert.True(known.Contains(word[..Math.Min(3, word.Length)]) || frame.Contains(word[..Math.Min(3, word.Length)]), $"\"{word}\" has no ground");
        }
    }

    [Fact]
    public void The_same_prompt_gives_the_same_explanation()
    {
        var again = new TopicExplainer(InstalledWordNet.Database);
        foreach (var prompt in s_prompts.Take(8))
        {
            Assert.Equal(Explain(prompt).Parts.SelectMany(p => p.Narration), again.Explain(prompt, "en", 60)!.Parts.SelectMany(p => p.Narration));
        }
    }

    [Theory]
    [InlineData("Why do volcanoes erupt?", 15)]
    [InlineData("Why do volcanoes erupt?", 30)]
    [InlineData("Why do volcanoes erupt?", 60)]
    [InlineData("How does a guitar work?", 60)]
    [InlineData("coffee", 45)]
    [InlineData("dogs vs cats", 60)]
    public void A_narration_is_about_as_long_as_was_asked(string prompt, int seconds)
    {
        var parts = new TopicExplainer(InstalledWordNet.Database).Explain(prompt, "en", seconds)!.Parts;
        Assert.InRange(parts.Sum(p => (p.WordCount / 155.0 * 60) + 1.3), seconds * 0.6, (seconds * 1.15) + 8);
    }

    [Theory]
    [InlineData("How do tides work?", "Nature, explained")]
    [InlineData("What is a tsunami?", "Nature, explained")]
    [InlineData("What is a disaster?", "History, explained")]
    public void What_happens_in_nature_is_not_history(string prompt, string kicker) => Assert.Equal(kicker, Explain(prompt).Kicker);

    [Fact]
    public void A_question_about_volcanoes_is_answered_with_what_they_are_and_do()
    {
        var explanation = Explain("Why do volcanoes erupt?");
        Assert.Equal("Earth, explained", explanation.Kicker);
        var spoken = string.Join(' ', explanation.Parts.SelectMany(p => p.Narration));
        Assert.Contains("A volcano is a fissure in the earth's crust through which molten lava and gases erupt.", spoken, StringComparison.Ordinal);
        Assert.Contains("When volcanoes erupt, they become active and spew forth lava and rocks.", spoken, StringComparison.Ordinal);
        var source = Assert.Single(explanation.Sources);
        Assert.Equal(("wordnet", "WordNet 3.0", "WordNet"), (source.Kind, source.Name, source.Licence));
        Assert.Contains("volcano%1:17:01::", source.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kubernetes operators", "en")]
    [InlineData("Why do volcanoes erupt?", "zh")]
    [InlineData("Vulkane", "de")]
    public void What_WordNet_does_not_know_is_not_explained(string prompt, string language) =>
        Assert.Null(new TopicExplainer(InstalledWordNet.Database).Explain(prompt, language, 60));

    private static Explanation Explain(string prompt)
    {
        var explanation = s_explained.GetOrAdd(prompt, p => s_explainer.Value.Explain(p, "en", 60));
        Assert.NotNull(explanation);
        return explanation;
    }

    private static readonly ConcurrentDictionary<string, Explanation?> s_explained = new();

    private static readonly Lazy<TopicExplainer> s_explainer = new(() => new TopicExplainer(InstalledWordNet.Database));

    private static IEnumerable<Sense> Senses(string key) =>
        Enum.GetValues<PartOfSpeech>().SelectMany(p => InstalledWordNet.Database.Senses(key[..key.IndexOf('%', StringComparison.Ordinal)], p));

    // What cleaning a gloss spells out.
    private static string Spelt(string definition) => Etc().Replace(definition, " and so on").Replace("e.g.", "for example", StringComparison.Ordinal)
        .Replace("i.e.", "that is", StringComparison.Ordinal).Replace("and/or", "or", StringComparison.Ordinal).Replace("of southern hemisphere", "of the southern hemisphere", StringComparison.Ordinal);

    private static bool InOrder(IEnumerable<string> some, IEnumerable<string> all)
    {
        using var rest = all.GetEnumerator();
        return some.All(word =>
        {
            while (rest.MoveNext())
            {
                if (rest.Current == word) return true;
            }
            return false;
        });
    }

    [GeneratedRegex(@",? etc\.?")]
    private static partial Regex Etc();
}
