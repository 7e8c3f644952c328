using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Music;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Films;

/// <summary>A film's parts, read and laid out, before anything is made.</summary>
/// <param name="Character">Of the music bed; null for none.</param>
internal sealed record FilmParts(FilmInput Input, Storyboard Storyboard, FilmTimeline Timeline, IReadOnlyList<SubtitleCue> Cues, Character? Character)
{
    public bool HasSpeech => Timeline.Scenes.Any(s => s.SpeechEnd > s.SpeechStart);
}
