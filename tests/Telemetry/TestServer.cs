using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Http;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Listening;
using Reelsmith.Hosting.Workers;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Telemetry.Tests;

/// <summary>A gateway, with fake stages or without, or a worker, on a port of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        // Not the client of a trace of its own.
        Client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(1) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<TestServer> AllInOne(TemporaryData data, FakeStages? stages = null, Action<IServiceCollection>? more = null, params string[] settings) =>
        Open(GatewayServer.Build(["--urls=http://127.0.0.1:0", .. settings], data.Folder, services => Add(services, stages ?? new FakeStages(), more), data.Folder.Root));

    public static Task<TestServer> Gateway(DataFolder data, Action<IServiceCollection>? more, params string[] settings) =>
        Open(GatewayServer.Build(["--urls=http://127.0.0.1:0", .. settings], data, services => Add(services, null, more), data.Root));

    public static Task<TestServer> Worker(DataFolder data, FakeStages stages, params string[] settings) =>
        Open(WorkerHost.Build(["--urls=http://127.0.0.1:0", .. settings], data, services => Add(services, stages, null), data.Root));

    /// <summary>Submits a video and waits for its end.</summary>
    /// <returns>Its id and its status.</returns>
    public async Task<(string Id, string Status)> Make(string prompt)
    {
        using var answer = await Client.PostAsJsonAsync("/v1/videos", new { prompt });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        return (id, await End(id));
    }

    public async Task<string> End(string id)
    {
        await using var stream = await Client.GetStreamAsync($"/v1/videos/{id}/events");
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is not null)
        {
            // until it has ended
        }
        return (await Client.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}")).GetProperty("status").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<TestServer> Open(WebApplication app)
    {
        try
        {
            await app.Open(CancellationToken.None);
            return new TestServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void Add(IServiceCollection services, FakeStages? stages, Action<IServiceCollection>? more)
    {
        services.AddSingleton<IHostLifetime, NoSignals>();
        services.AddLogging(log => log.ClearProviders());
        stages?.Register(services);
        more?.Invoke(services);
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
