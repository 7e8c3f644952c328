using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Preview;

/// <summary>A film to be watched while it is made.</summary>
internal sealed class FilmPreview(JobCoordinator jobs, JobCatalog catalog, IBus bus, TimeProvider time)
{
    // Players ask again and again: what is not packaged by then comes with the next playlist.
    private static readonly TimeSpan LongestPackaging = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>The playlist of the scenes that are finished; waits for the first one for a while.</summary>
    /// <param name="uri">Where a file of a scene (from 0) is fetched; see <see cref="File"/>.</param>
    /// <exception cref="ReelsmithException">The job has ended without a scene, or packaging failed.</exception>
    public async Task<string> Playlist(JobView job, Func<int, ArtifactRef, string> uri, CancellationToken cancellationToken)
    {
        if (!HasEnded(job)) await FirstScene(job.Id, cancellationToken);
        var ended = HasEnded(await catalog.Find(job.Id, cancellationToken) ?? job);
        var finished = await catalog.FinishedScenes(job.Id, cancellationToken); // asked last: of a job that has ended these are all
        if (ended && finished.Count == 0) throw ReelsmithException.NotFound("preview_missing", "The video has ended without a finished scene.", "Its error says why.");
        var all = ended || finished.Count == (await catalog.Storyboard(job.Id, cancellationToken))?.Scenes.Count;
        var began = time.GetTimestamp();
        var packaged = new List<ScenePackaged>();
        var start = 0;
        foreach (var scene in finished)
        {
            if (time.GetElapsedTime(began) > LongestPackaging) break;
            packaged.Add(await Package(scene, start, job, cancellationToken));
            start += scene.Frames;
        }
        return PreviewPlaylist.Of(packaged, complete: all && packaged.Count == finished.Count, uri);
    }

    /// <summary>A file that a playlist named; null when it named none such. Made anew when it has been removed meanwhile.</summary>
    public async Task<ArtifactRef?> File(JobView job, int scene, string hash, CancellationToken cancellationToken)
    {
        var finished = await catalog.FinishedScenes(job.Id, cancellationToken);
        if (scene < 0 || scene >= finished.Count) return null;
        var packaged = await Package(finished[scene], finished.Take(scene).Sum(earlier => earlier.Frames), job, cancellationToken);
        return packaged.Segments.Select(segment => segment.Media).Append(packaged.Initialization).FirstOrDefault(file => file.Hash == hash);
    }

    private Task<ScenePackaged> Package(ComposedScene scene, int start, JobView job, CancellationToken cancellationToken) =>
        bus.Ask<PackageScene, ScenePackaged>(Queues.Preview, new PackageScene(scene, start, job.Request.Format), cancellationToken);

    private async Task FirstScene(Guid jobId, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await foreach (var _ in jobs.Changes(jobId, 0, wait.Token))
            {
                if (await catalog.FinishedScenes(jobId, wait.Token) is { Count: > 0 }) return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // nothing to play yet; the player asks again
        }
    }

    private static bool HasEnded(JobView job) => job.Status is not (JobStatus.Queued or JobStatus.Running);
}
