using System.Security.Cryptography;
using System.Text.Json;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Timing;

/// <summary>The storyboard as it was made: every scene's length filled in, so that making it again gives the same frames.</summary>
/// <param name="Artifact">Where <paramref name="Json"/> belongs in the artifact store.</param>
internal sealed record TimedStoryboard(byte[] Json, ArtifactRef Artifact)
{
    public static TimedStoryboard Of(Storyboard storyboard, IReadOnlyList<long> narrationSamples, VideoFormat format)
    {
        var timed = storyboard with
        {
            Scenes = [.. storyboard.Scenes.Select((scene, n) =>
                scene with { Seconds = (double)SceneTiming.Of(storyboard, n, narrationSamples[n], format).Frames / format.FramesPerSecond })],
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(timed, ContractsJson.Readable);
        return new TimedStoryboard(json, new ArtifactRef(Convert.ToHexStringLower(SHA256.HashData(json)), "json", json.Length));
    }

    /// <summary>The storyboard of a job whose scenes are all narrated.</summary>
    public static TimedStoryboard Of(Jobs.Job job) =>
        Of(job.Storyboard!, [.. job.Narrated.Values.Select(scene => scene.Narration.Samples)], job.Request.Format);
}
