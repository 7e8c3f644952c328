using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway;
using Reelsmith.Hosting;
using Reelsmith.Tests.FakeStages;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Jobs;

/// <summary>A broker and a database of a test's own, a folder for artifacts, and gateways and workers on them.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-cluster-").FullName;
    private readonly List<IHost> _hosts = [];
    private readonly Dictionary<string, string?> _settings;

    private Cluster(RabbitMqServer broker, PostgresServer database, Dictionary<string, string?> settings) => (Broker, Database, _settings) = (broker, database, settings);

    public RabbitMqServer Broker { get; }

    public PostgresServer Database { get; }

    /// <param name="settings">Beside the servers', such as <c>Reelsmith:Jobs:Running</c>.</param>
    public static async Task<Cluster> Start(params (string Name, string Value)[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (broker, database) = (RabbitMqServer.Start(cancellation), PostgresServer.Start(cancellation));
        await Task.WhenAll(broker, database);
        var all = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value);
        all["Reelsmith:Broker:Url"] = (await broker).Url.ToString();
        all["Reelsmith:Database:Connection"] = await (await database).CreateDatabase("reelsmith", cancellation);
        return new Cluster(await broker, await database, all);
    }

    public Task<IServiceProvider> Gateway() => Add(services => services.AddGatewayService(serves: true));

    internal Task<IServiceProvider> Worker(FakeStages stages) => Add(stages.Register);

    /// <summary>A speech worker with these engines alone.</summary>
    internal SpeechWorker Speech(params string[] engines) => new(_settings.Select(setting => $"--{setting.Key}={setting.Value}"), _folder, ["ffmpeg", .. engines]);

    /// <summary>Ends a process as SIGTERM does.</summary>
    public async Task Stop(IServiceProvider process)
    {
        var host = _hosts.Single(host => host.Services == process);
        _hosts.Remove(host);
        await host.StopAsync();
        host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.ToArray()) await Stop(host.Services);
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IServiceProvider> Add(Action<IServiceCollection> services)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Services.AddLogging(log => log.SetMinimumLevel(LogLevel.Critical));
        services(builder.Services);
        builder.Services.AddReelsmith(new DataFolder(_folder), builder.Configuration);
        builder.Services.Configure<MassTransitHostOptions>(bus => (bus.WaitUntilStarted, bus.StopTimeout, bus.ConsumerStopTimeout) = (true, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1)));
        var host = builder.Build();
        _hosts.Add(host);
        await host.StartAsync();
        return host.Services;
    }
}
