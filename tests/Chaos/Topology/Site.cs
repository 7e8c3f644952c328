using Reelsmith.Hosting.Bus;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>Gateways and workers as processes, on real servers: two of each kind, of which one is of another build where REELSMITH_CHAOS_BESIDE names its folder,
/// as while a new version is rolled out.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Gateway = "gateway";
    private static readonly string[] Builds = [AppContext.BaseDirectory, Environment.GetEnvironmentVariable("REELSMITH_CHAOS_BESIDE") ?? AppContext.BaseDirectory];
    private static readonly string[] Common = ["--NoOp:WorkMilliseconds=40", "--Reelsmith:Jobs:Running=40", "--Reelsmith:Jobs:PerCaller=100000"];

    private Site(Servers servers, string folder, string[] gatewaySettings, string[] workerSettings)
    {
        Servers = servers;
        Gateways = [.. NewMembers(Gateway, folder, ["--NoOp:Role=gateway", .. Common, .. gatewaySettings])];
        Workers = [.. Queues.OfStages.SelectMany(queue => NewMembers(queue, folder, ["--NoOp:Role=worker", $"--NoOp:Stages={queue}", "--NoOp:WorkMilliseconds=40", .. workerSettings]))];
    }

    public Servers Servers { get; }

    public IReadOnlyList<Member> Gateways { get; }

    public IReadOnlyList<Member> Workers { get; }

    public IEnumerable<Member> Members => Gateways.Concat(Workers);

    public static async Task<Site> Start(string folder, string[] gatewaySettings, string[] workerSettings, CancellationToken cancellationToken)
    {
        var site = new Site(await Servers.Start(cancellationToken), folder, gatewaySettings, workerSettings);
        foreach (var member in site.Members) member.Start();
        await site.Listens(cancellationToken);
        await site.Servers.Broker.QueuesAreWritten(cancellationToken);
        return site;
    }

    /// <summary>Completes when every process listens.</summary>
    public Task Listens(CancellationToken cancellationToken) => Task.WhenAll(Members.Select(member => member.Address)).WaitAsync(cancellationToken);

    /// <summary>A gateway that listens, any of them where several do.</summary>
    public async Task<Uri> Address()
    {
        var listening = Gateways.Select(gateway => gateway.Address).Where(address => address.IsCompletedSuccessfully).ToArray();
        return await (listening.Length > 0 ? listening[Random.Shared.Next(listening.Length)] : await Task.WhenAny(Gateways.Select(gateway => gateway.Address)));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Members.Select(member => member.DisposeAsync().AsTask()));
        await Servers.DisposeAsync();
    }

    private IEnumerable<Member> NewMembers(string kind, string folder, string[] settings) => Builds.Select((build, n) =>
    {
        var name = $"{kind} {n + 1}";
        return new Member(name, build, Directory.CreateDirectory(Path.Combine(folder, name)).FullName, settings, new Lines(Servers));
    });
}
