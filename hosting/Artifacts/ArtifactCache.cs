using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>The part of a bucket's artifacts that is on the local disk. What was longest of no use goes when there is too much of it, but
/// nothing that may be in use.</summary>
internal sealed class ArtifactCache(DataFolder data, ArtifactSettings settings, TimeProvider time)
{
    /// <summary>Whoever has asked for a file's path opens it within this.</summary>
    public static readonly TimeSpan Opening = TimeSpan.FromMinutes(5);

    private const double Filled = 0.9; // after an eviction, so that not every further file brings on another
    private static readonly TimeSpan StampEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EvictEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OldestTemporary = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);
    private readonly LinkedList<DateTimeOffset> _uses = new();
    private long _bytes = long.MaxValue; // not counted yet
    private long _nextEviction;
    private readonly Lock _eviction = new();
    private int _waiting;

    public string NewTemporaryPath(string extension)
    {
        Directory.CreateDirectory(data.Temporary);
        return Path.Combine(data.Temporary, $"{Guid.NewGuid():N}.{extension}");
    }

    /// <summary>The artifact's file, if it is here.</summary>
    public string? Find(ArtifactRef artifact)
    {
        var file = new FileInfo(PathOf(artifact));
        lock (_lock)
        {
            if (!file.Exists || file.Length != artifact.Bytes) return null;
            Use(file);
        }
        return file.FullName;
    }

    /// <summary>Takes a file of the temporary folder in.</summary>
    public string Take(string temporary, ArtifactRef artifact)
    {
        var path = PathOf(artifact);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        lock (_lock)
        {
            File.Move(temporary, path, overwrite: true);
            _used.Remove(Path.GetFileName(path));
            Use(new FileInfo(path));
        }
        var counted = Volatile.Read(ref _bytes);
        if (counted != long.MaxValue) counted = Interlocked.Add(ref _bytes, artifact.Bytes);
        if (counted > settings.CacheBytes && time.GetTimestamp() >= Volatile.Read(ref _nextEviction)) EvictSoon();
        return path;
    }

    /// <summary>Keeps what is asked for from now on until it is disposed.</summary>
    public IDisposable Keep()
    {
        lock (_lock) return new Keeping(this, _uses.AddLast(time.GetUtcNow()));
    }

    /// <summary>Removes what was longest of no use, until the rest is little enough.</summary>
    public void Evict()
    {
        lock (_eviction) Shrink();
    }

    private void EvictSoon()
    {
        if (Interlocked.Exchange(ref _waiting, 1) != 0) return;
        _ = Task.Run(() =>
        {
            Volatile.Write(ref _waiting, 0);
            Evict();
        });
    }

    private void Shrink()
    {
        try
        {
            RemoveOldTemporaries();
            var files = Directory.Exists(data.Artifacts) ? new DirectoryInfo(data.Artifacts).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastWriteTimeUtc).ToArray() : [];
            var left = files.Sum(file => file.Length);
            if (left > settings.CacheBytes)
            {
                foreach (var file in files)
                {
                    if (left <= settings.CacheBytes * Filled) break;
                    var bytes = file.Length;
                    if (Remove(file)) left -= bytes;
                }
            }
            Volatile.Write(ref _bytes, left);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // another process shares the folder; the next time counts anew
        }
        finally
        {
            Volatile.Write(ref _nextEviction, time.GetTimestamp() + (long)(EvictEvery.TotalSeconds * time.TimestampFrequency));
        }
    }

    // Under the lock: Find says that a file is here only while it cannot go.
    private bool Remove(FileInfo file)
    {
        lock (_lock)
        {
            var kept = time.GetUtcNow() - Opening;
            if (_uses.First is { } oldest && oldest.Value < kept) kept = oldest.Value;
            if (_used.GetValueOrDefault(file.Name) >= kept || file.LastWriteTimeUtc >= kept.UtcDateTime) return false;
            file.Delete();
            _used.Remove(file.Name);
            return true;
        }
    }

    // The file's time tells the next process, and others that share the folder, when it was last of use.
    private void Use(FileInfo file)
    {
        var now = time.GetUtcNow();
        if (!_used.TryGetValue(file.Name, out var stamped) || now - file.LastWriteTimeUtc > StampEvery) File.SetLastWriteTimeUtc(file.FullName, now.UtcDateTime);
        if (now > stamped) _used[file.Name] = now;
    }

    private void RemoveOldTemporaries()
    {
        if (!Directory.Exists(data.Temporary)) return;
        foreach (var file in new DirectoryInfo(data.Temporary).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < (time.GetUtcNow() - OldestTemporary).UtcDateTime) file.Delete();
        }
    }

    private string PathOf(ArtifactRef artifact) => Path.Combine(data.Artifacts, artifact.Hash[..2], $"{artifact.Hash}.{artifact.Extension}");

    private sealed class Keeping(ArtifactCache cache, LinkedListNode<DateTimeOffset> use) : IDisposable
    {
        public void Dispose()
        {
            lock (cache._lock)
            {
                if (use.List is not null) cache._uses.Remove(use);
            }
        }
    }
}
