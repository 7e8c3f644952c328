using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Database;

/// <summary>A database server for the tests of a class; each test takes a database of its own.</summary>
public sealed class RunningDatabase : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.Start(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public Task<string> NewDatabase() => Server.CreateDatabase($"test_{Guid.NewGuid():N}", TestContext.Current.CancellationToken);
}
