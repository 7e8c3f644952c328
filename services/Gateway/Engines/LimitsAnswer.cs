using System.Text.Json.Serialization;
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
public sealed record LimitsAnswer(
    RangeAnswer Seconds,
    RangeAnswer Side,
    int Pixels,
    [property: JsonPropertyName("frames_per_second")] IReadOnlyList<int> FramesPerSecond,
    [property: JsonPropertyName("prompt_characters")] int PromptCharacters,
    [property: JsonPropertyName("text_bytes")] int TextBytes,
    [property: JsonPropertyName("text_words")] int TextWords,
    [property: JsonPropertyName("storyboard_bytes")] int StoryboardBytes,
    [property: JsonPropertyName("storyboard_scenes")] int StoryboardScenes)
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
