using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Synthesis.Festival;

namespace Reelsmith.Speech.Tests;

public sealed class NormalisationProperties
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\n\n", "word", "Mr.", "1815", "$3.2", "million", "10–20", "45%", "—", "…", "🌋", "火山", "“", "”", "(", ")", "\"", "\\", "\u0000", "\ud800", "½", "km²", "'", "’s", "-", ".", "?", "1st", "NASA",
        "[1]", "http://a.com", "é", "№", "\u200d", "Привет", "مرحبا", "#5", "&", "VIII", "3:45", "0", ",", "١٣", "Ⅳ", "²", "㎏", "(system \"x\")",
    ];

    [Property(MaxTest = 2000)]
    public Property Every_character_belongs_to_a_word_or_nothing_is_said() => Prop.ForAll(Texts(), text =>
    {
        foreach (var language in new[] { "en", "de", "zh", "ja", "ar", "th" })
        {
            var words = SpeechNormaliser.Sentences(text, language).SelectMany(sentence => sentence.Words).ToList();
            if (words.Count == 0) continue;
            var place = 0;
            var (offset, end) = (-1, -1);
            foreach (var word in words)
            {
                Assert.NotEqual("", word.Said.Trim());
                if ((word.Offset, word.End) == (offset, end)) continue;
                Assert.True(word.Offset >= place, $"“{word.Shown}” goes back in {language}");
                Assert.True(string.IsNullOrWhiteSpace(text[place..word.Offset]), $"“{text[place..word.Offset]}” belongs to no word in {language}");
                (offset, end, place) = (word.Offset, word.End, word.End);
            }
            Assert.True(string.IsNullOrWhiteSpace(text[place..]), $"“{text[place..]}” belongs to no word in {language}");
        }
    });

    [Property(MaxTest = 1000)]
    public Property Festival_is_given_harmless_characters_only() => Prop.ForAll(Texts(), text =>
    {
        foreach (var sentence in SpeechNormaliser.Sentences(text, "en"))
        {
            var festival = FestivalText.Of(sentence);
            Assert.All(festival.Text, c => Assert.True(char.IsAsciiLetterLower(c) || c is '\'' or ' ' or ',' or '.' or '?' or '!', $"U+{(int)c:X4}"));
            Assert.Equal(festival.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, festival.Tokens.Sum());
        }
    });

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();
}
