using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Store;

/// <summary>This process among those that share a data folder. While it lives it holds a lock on a file of its own, which the kernel
/// frees when it dies, so that others can tell whose jobs are abandoned.</summary>
internal sealed class GatewayInstance(DataFolder data) : IDisposable
{
    private readonly Lock _lock = new();
    private FileStream? _held;

    /// <summary>Stored with every job and message of this process.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Takes the lock, unless it is held already.</summary>
    public void Announce()
    {
        lock (_lock)
        {
            if (_held is not null) return;
            Directory.CreateDirectory(Folder);
            _held = Lock(Id);
        }
    }

    /// <summary>Whether the process with that id still lives; its lock file goes with it.</summary>
    public bool IsAlive(string id)
    {
        if (id == Id) return true;
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
