using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What was asked for, as it was asked; null where it was left to Reelsmith.</summary>
/// <param name="Input">prompt, text or storyboard.</param>
/// <param name="Photo">Whether a picture was given with it (input_reference).</param>
internal sealed record VideoOptions(string Input, int? Seconds, int Fps, string? Language, string? Voice, string? Theme, string? Music, bool? Captions, int? Seed, bool Photo)
{
    public static VideoOptions Of(VideoRequest request) => new(request.Prompt is not null ? "prompt" : request.Text is not null ? "text" : "storyboard", request.Seconds,
        request.Format.FramesPerSecond, request.Language, request.Voice, request.Theme, request.Music, request.Captions, request.Seed, request.Photo is not null);
}
