using Amazon.S3;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

/// <summary>An S3 server for the tests of a class, and a client with the SDK's defaults.</summary>
public sealed class RunningObjectStore : IAsyncLifetime
{
    public S3Server Server { get; private set; } = null!;

    public AmazonS3Client Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await S3Server.Start(TestContext.Current.CancellationToken);
        Client = Server.Client();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
