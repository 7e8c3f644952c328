using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>A server for tests that leave nothing behind.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    private readonly TemporaryData _data = new();

    internal GatewayHttp Http { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Http = await GatewayHttp.Start(_data, ["--Reelsmith:Videos:MostSeconds=600"]);

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        _data.Dispose();
    }

    internal string[] StoredFiles() => Directory.Exists(_data.Folder.Artifacts) ? Directory.GetFiles(_data.Folder.Artifacts, "*", SearchOption.AllDirectories) : [];
}
