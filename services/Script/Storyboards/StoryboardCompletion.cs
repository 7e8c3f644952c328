using Reelsmith.Contracts;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;
using Reelsmith.Script.Pictures;
using Reelsmith.Script.Scenes;

namespace Reelsmith.Script.Storyboards;

/// <summary>Makes every choice that a person left open in their storyboard, and changes none that they made.</summary>
internal static class StoryboardCompletion
{
    /// <param name="language">Asked for beside the storyboard; null keeps the storyboard's.</param>
    public static Storyboard Complete(Storyboard given, string? language)
    {
        var spoken = language ?? given.Language;
        var narrations = given.Scenes.Select(s => s.Narration).ToArray();
        var terms = new Terms(spoken);
        // The dictionary of one language is not needed to fill in what is missing.
        var lexicon = new EnglishLexicon(null);
        var salience = new Salience(narrations, terms, lexicon);
        var headlines = new HeadlineWriter(spoken, terms, salience, lexicon, null);
        var mood = given.Style.Mood ?? Moods.Of(narrations, spoken, lexicon);
        var scenes = given.Scenes.Select(s => s with { Visual = WithEmphasis(s.Visual, headlines) }).ToArray();
        return given with
        {
            Language = spoken,
            Style = given.Style with { Mood = mood, Music = given.Style.Music ?? Tone.Music(narrations, given.Style.Theme, mood) },
            Scenes = Transitions.Choose(scenes, s => s.Seconds ?? SpeechPace.Seconds(s.Narration, spoken)),
        };
    }

    private static Visual WithEmphasis(Visual visual, HeadlineWriter headlines) =>
        visual is { Headline: { } headline, Emphasis.Count: 0, Template: Template.Title or Template.Statement or Template.Illustration }
            ? visual with { Emphasis = headlines.Emphasis(headline) }
            : visual;
}
