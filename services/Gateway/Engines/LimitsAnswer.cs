using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Engines;

/// <summary>What can be asked for.</summary>
/// <param name="Seconds">Length of a film.</param>
/// <param name="Side">Width and height of the picture, in pixels; even.</param>
/// <param name="Pixels">Most pixels of the picture.</param>
/// <param name="FramesPerSecond">Rates that divide 48,000.</param>
/// <param name="PromptCharacters">Longest prompt.</param>
/// <param name="TextBytes">Longest text, as UTF-8.</param>
/// <param name="TextWords">Longest text, in words.</param>
/// <param name="StoryboardBytes">Longest storyboard, as UTF-8.</param>
/// <param name="StoryboardScenes">Most scenes of a storyboard.</param>
internal sealed record LimitsAnswer(
    RangeAnswer Seconds,
    RangeAnswer Side,
    int Pixels,
    IReadOnlyList<int> FramesPerSecond,
    int PromptCharacters,
    int TextBytes,
    int TextWords,
    int StoryboardBytes,
    int StoryboardScenes)
{
    internal static LimitsAnswer Of() => new(
        new RangeAnswer(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds),
        new RangeAnswer(VideoRequestRules.ShortestSide, VideoRequestRules.LongestSide),
        VideoRequestRules.MostPixels,
        [.. Enumerable.Range(1, VideoRequestRules.MostFramesPerSecond).Where(rate => VideoFormat.SampleRate % rate == 0)],
        VideoRequestRules.PromptCharacters,
        VideoRequestRules.TextBytes,
        VideoRequestRules.TextWords,
        StoryboardLimits.Bytes,
        StoryboardLimits.Scenes);
}
