using System.Text.Json;
using System.Text.Json.Nodes;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>Changes of a video's storyboard: only what they touch is made anew.</summary>
internal sealed class StoryboardEdits(JobCatalog catalog, JobCoordinator jobs)
{
    private const int Attempts = 5;

    /// <exception cref="ReelsmithException">There is none yet.</exception>
    public async Task<Storyboard> Get(Guid jobId, CancellationToken cancellationToken) => await catalog.Storyboard(jobId, cancellationToken)
        ?? throw ReelsmithException.Conflict("storyboard_not_ready", "The storyboard is not written yet.", "Ask again when the video's storyboard_ready is true.");

    /// <param name="utf8">JSON of the whole storyboard.</param>
    /// <param name="revision">The revision that was edited; null: whatever it is.</param>
    public Task Replace(Guid jobId, ReadOnlyMemory<byte> utf8, int? revision, CancellationToken cancellationToken) => jobs.Edit(jobId, StoryboardJson.Read(utf8), revision, cancellationToken);

    /// <summary>Changes one scene by a JSON merge patch (RFC 7396).</summary>
    /// <param name="scene">From 0.</param>
    /// <exception cref="ReelsmithException">There is no such scene, or the result is no scene.</exception>
    public async Task Patch(Guid jobId, int scene, JsonObject patch, int? revision, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var current = (await catalog.Find(jobId, cancellationToken))?.Revision;
            var storyboard = await Get(jobId, cancellationToken);
            if (scene < 0 || scene >= storyboard.Scenes.Count)
            {
                throw ReelsmithException.NotFound("scene_not_found", $"There is no scene {scene}.", $"The storyboard has {storyboard.Scenes.Count}: 0 to {storyboard.Scenes.Count - 1}.");
            }
            var whole = JsonSerializer.SerializeToNode(storyboard, ContractsJson.Readable)!;
            var scenes = whole["scenes"]!.AsArray();
            scenes[scene] = Merged(scenes[scene], patch.DeepClone());
            try
            {
                await Replace(jobId, JsonSerializer.SerializeToUtf8Bytes(whole, ContractsJson.Readable), revision ?? current, cancellationToken);
                return;
            }
            catch (ReelsmithException e) when (e.Failure.Code == JobCoordinator.StoryboardChanged && revision is null && attempt < Attempts)
            {
                // another edit came between; this one touches a scene only, so it holds for the new storyboard too
            }
        }
    }

    private static JsonNode? Merged(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch;
        var result = target as JsonObject is { } known ? (JsonObject)known.DeepClone() : [];
        foreach (var (name, value) in changes)
        {
            if (value is null) result.Remove(name);
            else result[name] = Merged(result[name], value.DeepClone());
        }
        return result;
    }
}
