using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Store;

/// <summary>This process among the gateways. Where the bus is in its memory, its jobs are its own: while it lives it holds a lock on a file of
/// its own, which the kernel frees when it dies, so that others can tell whose jobs are abandoned. Where broker and database are shared, so are the jobs.</summary>
internal sealed class GatewayInstance(DataFolder data, bool shared = false) : IDisposable
{
    private const string Everybody = "shared";

    private readonly Lock _lock = new();
    private FileStream? _held;

    /// <summary>Stored with every message of this process.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Stored with every job that this process carries on.</summary>
    public string Jobs => shared ? Everybody : Id;

    /// <summary>Whether any gateway carries on any job.</summary>
    public bool IsShared => shared;

    /// <summary>Who sends the messages of a job.</summary>
    /// <param name="jobs">As the job is marked.</param>
    public string SenderFor(string jobs) => shared ? Id : jobs;

    /// <summary>Takes the lock, unless it is held already.</summary>
    public void Announce()
    {
        lock (_lock)
        {
            if (shared || _held is not null) return;
            Directory.CreateDirectory(Folder);
            _held = Lock(Id);
        }
    }

    /// <summary>Whether somebody carries on the jobs with that mark; a lock file goes with its process.</summary>
    public bool IsAlive(string id)
    {
        if (id == Jobs) return true;
        if (!File.Exists(FileOf(id))) return false;
        try
        {
            Lock(id).Dispose();
            return false;
        }
        catch (IOException e) when (!DiskFull.Is(e))
        {
            return true;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _held?.Dispose();
            _held = null;
        }
    }

    // FileShare.None is flock(2) with LOCK_EX | LOCK_NB.
    private FileStream Lock(string id) => new(FileOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);

    private string Folder => Path.Combine(data.Root, "locks");

    private string FileOf(string id) => Path.Combine(Folder, $"{id}.lock");
}
