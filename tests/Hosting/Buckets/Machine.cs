using Amazon.Runtime;
using Microsoft.Extensions.Logging.Abstractions;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;
using Reelsmith.Hosting.Stages;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Hosting.Tests.Buckets;

/// <summary>A machine with a data folder of its own that shares a bucket with others.</summary>
internal sealed class Machine : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly List<string> _requests = [];

    public Machine(S3Server server, string prefix, Uri? endpoint = null, TimeSpan? patience = null, TimeSpan? sightingsKept = null, long cacheBytes = long.MaxValue, TimeProvider? time = null, Action<ArtifactSettings>? change = null)
    {
        Settings = new ArtifactSettings
        {
            Bucket = server.Bucket,
            Endpoint = endpoint ?? server.Endpoint,
            Region = server.Region,
            AccessKey = server.AccessKey,
            SecretKey = server.SecretKey,
            Prefix = prefix,
            CacheBytes = cacheBytes,
        };
        change?.Invoke(Settings);
        var clock = time ?? TimeProvider.System;
        Bucket = new Bucket(Settings, patience);
        Bucket.Client.BeforeRequestEvent += (_, e) =>
        {
            lock (_requests) _requests.Add(((WebServiceRequestEventArgs)e).Request.GetType().Name);
        };
        Cache = new ArtifactCache(_data.Folder, Settings, clock);
        Artifacts = new S3ArtifactStore(Bucket, Cache, new BucketLifecycle(Bucket, NullLogger<BucketLifecycle>.Instance), Settings, clock, sightingsKept);
        Results = new StageResults(ResultStore = new S3ResultStore(Bucket, _data.Folder, clock));
    }

    public ArtifactSettings Settings { get; }

    public DataFolder Data => _data.Folder;

    public Bucket Bucket { get; }

    public ArtifactCache Cache { get; }

    public S3ArtifactStore Artifacts { get; }

    public S3ResultStore ResultStore { get; }

    public StageResults Results { get; }

    /// <summary>How often the machine has sent a request, by the name of its class in the SDK.</summary>
    public int Sent(string request)
    {
        lock (_requests) return _requests.Count(sent => sent == request);
    }

    public async Task<string> Write(long bytes, CancellationToken cancellationToken)
    {
        var path = Artifacts.NewTemporaryPath("mp4");
        await using var file = File.Create(path);
        var piece = new byte[1_048_576];
        for (var left = bytes; left > 0; left -= piece.Length)
        {
            Random.Shared.NextBytes(piece);
            await file.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), cancellationToken);
        }
        return path;
    }

    public async Task<string[]> Objects(CancellationToken cancellationToken) => await Bucket.List("", cancellationToken).Select(stored => stored.Name).ToArrayAsync(cancellationToken);

    public string[] Temporaries() => Directory.Exists(Data.Temporary) ? Directory.GetFiles(Data.Temporary) : [];

    public void Dispose()
    {
        Bucket.Dispose();
        _data.Dispose();
    }
}
