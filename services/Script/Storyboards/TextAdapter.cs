using Reelsmith.Contracts;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;
using Reelsmith.Script.Pictures;
using Reelsmith.Script.Scenes;
using Reelsmith.Script.Selection;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Storyboards;

/// <summary>Makes a text into a storyboard: what to say of it, where to cut, and what each scene shows. Nothing is said that the text does not say.</summary>
internal sealed class TextAdapter(string language, WordNetDatabase? database)
{
    private const int LongestSeconds = 120;
    private const int FewestWords = 3;
    private const int MostTitleWords = 14;
    private const int MostTitleCharacters = 110;

    private readonly Terms _terms = new(language);
    private readonly EnglishLexicon _lexicon = new(SpokenLanguage.Primary(language) == "en" ? database : null);

    /// <param name="seconds">Asked length; null: the whole text, but no more than two minutes.</param>
    public Storyboard Adapt(Document document, int? seconds)
    {
        if (document.Sentences.Sum(s => Words.Count(s.Text)) < FewestWords && document.Sentences.Sum(s => s.Text.Length) < 4)
        {
            throw ReelsmithException.InvalidInput("text_too_short", "The text has no sentence that could be spoken.", "Give a text of at least three words.");
        }
        var chosen = SentenceSelection.Choose(document, language, seconds ?? LongestSeconds);
        var groups = WithEnding(SceneGrouping.Group(document, chosen, language));
        var spoken = groups.Select(g => g.Narration).ToArray();
        var salience = new Salience(document.Sentences.Select(s => s.Text), _terms, _lexicon);
        var keywords = new KeywordPicker(language, _terms, salience, _lexicon);
        keywords.Read(spoken);
        var title = document.Title is { } own && IsTitle(own) ? own : FilmTitle(document.Title is { } line ? [line] : [.. groups[0].Sentences.Select(s => s.Text)], salience);
        var visuals = new SceneVisuals(language, _terms, _lexicon, salience, keywords, title);
        var mood = Moods.Of(spoken, language, _lexicon);
        var theme = Tone.Theme(spoken);
        var scenes = visuals.Of(groups, document).Select((visual, i) => new Scene { Narration = groups[i].Narration, Visual = visual }).ToArray();
        return new Storyboard
        {
            Title = title,
            Language = language,
            Style = new Style { Theme = theme, Mood = mood, Music = Tone.Music(spoken, theme, mood) },
            Scenes = Transitions.Choose(scenes, s => SpeechPace.Seconds(s.Narration, language)),
            Sources = [new Source("text", document.Title is null ? "The text given" : title)],
        };
    }

    /// <summary>A film ends on the text's last sentence; the last scene gives up what comes before it when it can.</summary>
    private List<SceneText> WithEnding(List<SceneText> groups)
    {
        var last = groups[^1];
        if (last.Sentences.Count < 2) return groups;
        var seconds = SpeechPace.Seconds(last.Narration, language);
        var ends = SpeechPace.Seconds(last.Sentences[^1].Text, language);
        if (groups.Count > 1 && (seconds < 9 || seconds - ends < 3 || ends < 2)) return groups;
        return [.. groups[..^1], last with { Sentences = [.. last.Sentences.SkipLast(1)] }, new SceneText([last.Sentences[^1]], false, true)];
    }

    private static bool IsTitle(string line) => Words.In(line).Count <= MostTitleWords && line.Length <= MostTitleCharacters;

    private string FilmTitle(IReadOnlyList<string> sentences, Salience salience) =>
        new HeadlineWriter(language, _terms, salience, _lexicon, null).Best(sentences)?.Text ?? Shortened(sentences[0]);

    /// <summary>The first words, where no phrase could be found.</summary>
    internal static string Shortened(string text)
    {
        var words = Words.In(text);
        if (words.Count == 0) return text.Length > 40 ? text[..40] : text;
        var unspaced = WritingSystems.IsUnspaced(words[0].Text[0]);
        var end = words[Math.Min(words.Count, unspaced ? 12 : 6) - 1].End;
        return text[words[0].Start..Math.Min(end, words[0].Start + 80)];
    }
}
