using Reelsmith.Contracts;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;
using Reelsmith.Script.Pictures;
using Reelsmith.Script.Scenes;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Storyboards;

/// <summary>Makes an explanation into a storyboard: a scene for each part.</summary>
internal sealed class ExplanationAdapter(WordNetDatabase database)
{
    public Storyboard Adapt(Explanation explanation, string language)
    {
        var lexicon = new EnglishLexicon(database);
        var terms = new Terms(language);
        var narrations = explanation.Parts.SelectMany(p => p.Narration).ToArray();
        var mood = explanation.Parts.Select(p => p.MoodHint).FirstOrDefault(m => m is not null) ?? Moods.Of(narrations, language, lexicon);
        var salience = new Salience(narrations, terms, lexicon);
        var headlines = new HeadlineWriter(language, terms, salience, lexicon, explanation.Title);
        var parts = explanation.Parts;
        var middle = parts.Skip(1).Take(parts.Count - 2).Select(p => ((IReadOnlyList<VisualOption>)Options(p), SpeechPace.Seconds(string.Join(' ', p.Narration), language))).ToArray();
        var opening = Opening(explanation, headlines);
        var ending = Ending(explanation, language);
        Visual[] visuals = [opening, .. TemplateChoice.Choose(middle, Template.Title), ending];
        var scenes = visuals.Select((visual, i) => new Scene { Narration = string.Join(' ', parts[i].Narration), Visual = visual }).ToArray();
        return new Storyboard
        {
            Title = explanation.Title,
            Language = language,
            Style = new Style { Mood = mood, Music = Tone.Music(narrations, "dusk", mood) },
            Scenes = Transitions.Choose(scenes, s => SpeechPace.Seconds(s.Narration, language)),
            Sources = explanation.Sources,
        };
    }

    private static Visual Opening(Explanation explanation, HeadlineWriter headlines)
    {
        var part = explanation.Parts[0];
        var emphasis = part.Emphasis.Where(e => explanation.Title.Contains(e, StringComparison.Ordinal)).ToArray();
        return Base(part) with
        {
            Template = Template.Title,
            Kicker = explanation.Kicker,
            Headline = explanation.Title,
            Short = null,
            Emphasis = emphasis.Length > 0 ? emphasis : headlines.Emphasis(explanation.Title),
        };
    }

    private static Visual Ending(Explanation explanation, string language)
    {
        var (headline, emphasis) = explanation.Title.Split(' ')[0] switch
        {
            "Why" => ("Now you know why.", "why."),
            "How" => ("Now you know how.", "how."),
            _ => (explanation.Title, ""),
        };
        return Base(explanation.Parts[^1]) with
        {
            Template = Template.Ending,
            Headline = headline,
            Short = null,
            Emphasis = emphasis.Length > 0 ? [emphasis] : [],
            Credits = Credits.ForSources(explanation.Sources, language),
        };
    }

    private static List<VisualOption> Options(ExplanationPart part)
    {
        var plain = Base(part);
        var options = new List<VisualOption>
        {
            new(plain with { Template = Template.Illustration }, plain.Keywords.Count > 0 ? 1 : 0.4),
            new(plain with { Template = Template.Statement }, part.Kind is ExplanationPartKind.Predicate or ExplanationPartKind.Contrast ? 0.9 : 0.5),
        };
        if (part.Figure is { } figure) options.Add(new(plain with { Template = Template.Number, Figure = figure }, 1.8));
        if (part.Points.Count is >= 2 and <= 4)
        {
            var narration = string.Join(' ', part.Narration);
            var points = part.Points.Select(p => new Point { Title = p.Title, Text = p.Text, Keywords = p.Keywords, SpokenAt = SpokenAt(narration, p.Title) }).ToArray();
            options.Add(new(plain with { Template = Template.Points, Points = points }, 2.5));
        }
        return options;
    }

    private static Visual Base(ExplanationPart part) => new()
    {
        Template = Template.Illustration,
        Headline = part.Headline,
        Short = part.Short,
        Emphasis = [.. part.Emphasis.Where(e => part.Headline.Contains(e, StringComparison.Ordinal))],
        Keywords = [.. part.Keywords.Where(k => IsSpoken(k, part))],
    };

    // A gloss leads to words that nobody hears ("opening" for a volcano); their pictures would only puzzle.
    private static bool IsSpoken(string keyword, ExplanationPart part) =>
        part.Narration.Append(part.Headline).Any(t => t.Contains(keyword[..Math.Max(Math.Min(3, keyword.Length), keyword.Length - 1)], StringComparison.OrdinalIgnoreCase));

    private static string? SpokenAt(string narration, string title)
    {
        var at = narration.IndexOf(title, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : narration.Substring(at, title.Length);
    }
}
