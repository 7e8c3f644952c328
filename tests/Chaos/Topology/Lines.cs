using System.Net;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>The ways of one process to the servers.</summary>
/// <param name="address">Where the process finds them; on this machine's loopback when null.</param>
internal sealed class Lines(Servers servers, IPAddress? address = null) : IAsyncDisposable
{
    public FaultyProxy Broker { get; } = FaultyProxy.Before(servers.Broker.Url, address);

    public FaultyProxy Database { get; } = FaultyProxy.Before(servers.Database.Port, address);

    public FaultyProxy Bucket { get; } = FaultyProxy.Before(servers.Bucket.Endpoint, address);

    public IReadOnlyList<FaultyProxy> All => [Broker, Database, Bucket];

    /// <summary>What a process of Reelsmith is told of them.</summary>
    public string[] Settings(bool database) =>
    [
        $"--Reelsmith:Broker:Url={Broker.Through(servers.Broker.Url)}",
        $"--Reelsmith:Artifacts:Bucket={servers.Bucket.Bucket}",
        $"--Reelsmith:Artifacts:Endpoint={Bucket.Through(servers.Bucket.Endpoint)}",
        $"--Reelsmith:Artifacts:Region={servers.Bucket.Region}",
        $"--Reelsmith:Artifacts:AccessKey={servers.Bucket.AccessKey}",
        $"--Reelsmith:Artifacts:SecretKey={servers.Bucket.SecretKey}",
        .. database ? [$"--Reelsmith:Database:Connection={servers.ConnectionThrough(Database)}"] : Array.Empty<string>(),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var line in All) await line.DisposeAsync();
    }
}
