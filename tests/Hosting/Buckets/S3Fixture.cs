using Reelsmith.Tests.Servers;

namespace Reelsmith.Hosting.Tests.Buckets;

/// <summary>One S3 server for the tests of a class; each has a prefix of its own in its bucket.</summary>
public sealed class S3Fixture : IAsyncLifetime
{
    public S3Server Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await S3Server.Start(CancellationToken.None);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
