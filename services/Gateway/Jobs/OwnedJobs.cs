using System.Collections.Concurrent;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Jobs;

/// <summary>The jobs that this process carries on. Ownership is a lock on a file, which the kernel frees when the process dies,
/// so that several processes can share a data folder and an abandoned job can be taken up.</summary>
internal sealed class OwnedJobs(DataFolder data) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, FileStream> _locks = new();

    public bool Contains(Guid jobId) => _locks.ContainsKey(jobId);

    public Guid[] All() => [.. _locks.Keys];

    /// <summary>Takes a job up; false when another process carries it on.</summary>
    public bool TryTake(Guid jobId)
    {
        if (Contains(jobId)) return true;
        Directory.CreateDirectory(Folder);
        try
        {
            // FileShare.None is flock(2) with LOCK_EX | LOCK_NB.
            var file = new FileStream(Path.Combine(Folder, $"{jobId:N}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            if (!_locks.TryAdd(jobId, file)) file.Dispose();
            return true;
        }
        catch (IOException e) when (!Hosting.Artifacts.DiskFull.Is(e))
        {
            return false;
        }
    }

    public void Release(Guid jobId)
    {
        if (_locks.TryRemove(jobId, out var file)) file.Dispose();
    }

    public void Dispose()
    {
        foreach (var jobId in All()) Release(jobId);
    }

    private string Folder => Path.Combine(data.Root, "locks");
}
