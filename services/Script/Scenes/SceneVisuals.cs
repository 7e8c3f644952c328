using Reelsmith.Contracts;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;
using Reelsmith.Script.Pictures;
using Reelsmith.Script.Storyboards;

namespace Reelsmith.Script.Scenes;

/// <summary>Decides what each scene of a text shows.</summary>
internal sealed class SceneVisuals(string language, Terms terms, EnglishLexicon lexicon, Salience salience, KeywordPicker keywords, string title)
{
    // From here a headline is a strong sentence by itself.
    private const double StrongHeadline = 4.3;

    private readonly HeadlineWriter _headlines = new(language, terms, salience, lexicon, title);
    private readonly PointsFinder _points = new(language, terms, lexicon, keywords);

    public List<Visual> Of(IReadOnlyList<SceneText> scenes, Document document)
    {
        if (scenes.Count == 1) return [Ending(scenes[0], document)];
        var middle = scenes.Skip(1).Take(scenes.Count - 2).Select(s => ((IReadOnlyList<VisualOption>)Options(s), SpeechPace.Seconds(s.Narration, language) + SpeechPace.SceneOverheadSeconds)).ToArray();
        return [Opening(scenes[0], document), .. TemplateChoice.Choose(middle, Template.Title), Ending(scenes[^1], document)];
    }

    private Visual Opening(SceneText scene, Document document) => new()
    {
        Template = Template.Title,
        Kicker = document.Byline,
        Headline = title,
        Emphasis = _headlines.Emphasis(title),
        Keywords = keywords.Pick(scene.Narration, title),
    };

    private Visual Ending(SceneText scene, Document document) => new()
    {
        Template = Template.Ending,
        Headline = title,
        Emphasis = _headlines.Emphasis(title),
        Keywords = keywords.Pick(scene.Narration, title),
        Credits = Credits.ForText(document.Title is null ? null : title, language),
    };

    private List<VisualOption> Options(SceneText scene)
    {
        var sentences = scene.Sentences.Select(s => s.Text).ToArray();
        var heading = scene.OpensSection && scene.Heading is { } given && Words.Count(given) <= 8 ? given : null;
        // "Origins" says little alone: it stands over what the text says.
        var spoken = heading is not null && Words.Count(heading) > 2;
        var headline = (spoken ? _headlines.Given(heading!) : _headlines.Best(sentences)) ?? _headlines.Given(TextAdapter.Shortened(scene.Narration));
        var nouns = keywords.Pick(scene.Narration, headline.Text);
        var plain = new Visual { Template = Template.Illustration, Kicker = spoken ? null : heading, Headline = headline.Text, Short = headline.Short, Emphasis = headline.Emphasis, Keywords = nouns };
        var options = new List<VisualOption>
        {
            new(plain, nouns.Count > 0 ? 1 : 0.3),
            new(plain with { Template = Template.Statement }, headline.Kind == PhraseKind.NounPhrase ? 0.3 : headline.Score >= StrongHeadline ? 0.95 : 0.6),
        };
        if (FigureFinder.Find(scene.Narration, language) is var (figure, salient))
        {
            options.Add(new(plain with { Template = Template.Number, Figure = figure }, 0.7 + salient));
        }
        if (QuotationFinder.Find(scene.Narration, language) is { } quoted)
        {
            options.Add(new(new Visual { Template = Template.Quote, Headline = quoted.Words, Body = quoted.Speaker, Keywords = nouns }, quoted.Speaker is null ? 0.8 : 1.15));
        }
        if (_points.Find(scene) is var (points, named, strength))
        {
            var over = named is null ? headline : scene.Sentences.Any(s => s.Text == named) ? _headlines.Best([named]) ?? headline : _headlines.Given(named);
            options.Add(new(plain with { Template = Template.Points, Headline = over.Text, Short = over.Short, Emphasis = over.Emphasis, Points = points }, strength));
        }
        return options;
    }
}
