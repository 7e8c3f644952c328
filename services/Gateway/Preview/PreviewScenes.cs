using System.Collections.Concurrent;
using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Preview;

/// <summary>The finished scenes of films as HLS segments. They are made when somebody watches, once.</summary>
internal sealed class PreviewScenes(JobCatalog jobs, IBus bus)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private const int Remembered = 5_000;
    private readonly ConcurrentDictionary<PackageScene, Lazy<Task<ScenePackaged>>> _packaged = new();

    /// <summary>The film's first scenes, as far as they are finished.</summary>
    /// <exception cref="ReelsmithException">One cannot be packaged.</exception>
    public async Task<IReadOnlyList<ScenePackaged>> Of(JobView job, CancellationToken cancellationToken)
    {
        var scenes = new List<Task<ScenePackaged>>();
        var start = 0;
        foreach (var scene in await jobs.FinishedScenes(job.Id, cancellationToken))
        {
            scenes.Add(Package(new PackageScene(scene, start, job.Request.Format)));
            start += scene.Frames;
        }
        return await Task.WhenAll(scenes).WaitAsync(cancellationToken);
    }

    private async Task<ScenePackaged> Package(PackageScene request)
    {
        if (_packaged.Count > Remembered) _packaged.Clear(); // the workers remember too
        var packaging = _packaged.GetOrAdd(request, _ => new Lazy<Task<ScenePackaged>>(() => Ask(request)));
        try
        {
            return await packaging.Value;
        }
        catch
        {
            _packaged.TryRemove(KeyValuePair.Create(request, packaging));
            throw;
        }
    }

    private Task<ScenePackaged> Ask(PackageScene request) => bus.Ask<PackageScene, ScenePackaged>(StageName.Composer, Queues.Preview, request, LongestWait, CancellationToken.None);
}
