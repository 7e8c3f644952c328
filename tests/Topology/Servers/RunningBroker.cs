using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Servers;

/// <summary>A broker for the tests of a class.</summary>
public sealed class RunningBroker : IAsyncLifetime
{
    public RabbitMqServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RabbitMqServer.Start(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
