namespace Reelsmith.Composer.Captions;

/// <summary>A caption and the time it is shown.</summary>
/// <param name="Lines">One or two.</param>
internal sealed record SubtitleCue(TimeSpan Start, TimeSpan End, IReadOnlyList<string> Lines);
