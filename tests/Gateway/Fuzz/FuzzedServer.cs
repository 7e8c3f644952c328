using MassTransit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>A whole server with fake stages, a folder beside its data that nobody may touch, and videos in every state.</summary>
internal sealed class FuzzedServer : IAsyncDisposable
{
    public const string Secret = "reelsmith-secret-0d5f0c1e";
    private const int Slots = 2;
    private const string Held = "held";
    private const string Fails = "fails";
    private const string Other = "alice";

    private readonly TemporaryData _data = new();
    private readonly DirectoryInfo _beside;
    private readonly string[] _before;
    private readonly LogRecorder _log = new();
    private readonly string _owner;

    private FuzzedServer(bool keys)
    {
        _owner = keys ? "carol" : "";
        _beside = Directory.CreateDirectory(_data.Folder.Root + "-beside");
        File.WriteAllText(SecretFile, Secret);
        _before = Neighbours();
    }

    public GatewayHttp Http { get; private set; } = null!;

    /// <summary>The caller's videos by what they were when last looked at.</summary>
    public Dictionary<string, string> Own { get; } = [];

    /// <summary>The caller's API key and somebody else's; empty where none is asked for.</summary>
    public (string Own, string Others) Keys { get; private set; } = ("", "");

    /// <summary>Somebody else's.</summary>
    public string Foreign { get; private set; } = "";

    public IReadOnlyList<string> SecretPaths => [SecretFile, $"../{_beside.Name}/secret.txt", $"../../{_beside.Name}/secret.txt", $"../../../..{SecretFile}", $"file://{SecretFile}"];

    private string SecretFile => Path.Combine(_beside.FullName, "secret.txt");

    /// <param name="keys">Whether API keys are asked for.</param>
    public static async Task<FuzzedServer> Start(bool keys = false)
    {
        var server = new FuzzedServer(keys);
        var stages = new FakeStages
        {
            Before = (work, ct) => work is WriteScript { Request.Prompt: { } prompt } ? prompt.StartsWith(Held, StringComparison.Ordinal) ? Task.Delay(Timeout.Infinite, ct)
                : prompt.StartsWith(Fails, StringComparison.Ordinal) ? throw ReelsmithException.InvalidInput("topic_unknown", $"Nothing is known of {prompt}.", "Ask for another.") : Task.CompletedTask : Task.CompletedTask,
            StoryboardOf = request => SampleStoryboard.Of(2) with { Title = request.Prompt is { Length: <= 200 } title ? title : "A sample" },
            Remembers = false,
        };
        server.Http = await GatewayHttp.Start(server._data, [.. keys ? new[] { "--require-keys" } : [], $"--Reelsmith:Jobs:Running={Slots}", "--Reelsmith:Stages:AnswerWithin=00:00:00.5"], stages, services: services =>
        {
            services.AddLogging(log => log.AddProvider(server._log));
            services.AddSingleton(new PublicAddressesOnly(allowPrivate: false, (_, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Parse("93.184.216.34")]), (_, _, _) => throw new IOException("Nothing leaves this machine.")));
            services.AddConsumers(bus =>
            {
                bus.AddConsumer<VoicesConsumer>().Endpoint(endpoint => endpoint.Name = Queues.Voices);
                bus.AddConsumer<DerivedConsumer>().Endpoint(endpoint => endpoint.Name = Queues.Derived);
            });
        });
        if (!keys) return server;
        var ring = server.Http.Services.GetRequiredService<ApiKeys>();
        server.Keys = ((await ring.Add(server._owner, CancellationToken.None)).Secret, (await ring.Add(Other, CancellationToken.None)).Secret);
        return server;
    }

    /// <summary>Sees to it that there is a video of every kind: what was cancelled or deleted meanwhile is made anew.</summary>
    /// <param name="running">How many run and do not end.</param>
    public async Task Restock(int running)
    {
        await LetGo();
        foreach (var id in Own.Keys.ToArray())
        {
            if (await Status(id) is { } status) Own[id] = status;
            else Own.Remove(id);
        }
        if (Foreign.Length == 0) Foreign = await Submit("Somebody else's", Other);
        while (Own.Values.Count(status => status == "Completed") < 4) await Add($"{Hostile.Script} {Guid.NewGuid()}", "Completed");
        if (!Own.ContainsValue("Failed")) await Add($"{Fails} {Hostile.Script} {Guid.NewGuid()}", "Failed");
        for (var n = 0; n < running; n++) await Add($"{Held} {Guid.NewGuid()}", "Running");
        if (running >= Slots) await Add($"Waits {Guid.NewGuid()}", "Queued");
    }

    /// <summary>What the fuzz must have left as it was.</summary>
    public async Task AssertUnharmed()
    {
        Assert.Equal(_before, Neighbours());
        Assert.All(Directory.GetFiles(_data.Folder.Artifacts, "*", SearchOption.AllDirectories), file => Assert.Matches("^[0-9a-f]{2}/[0-9a-f]{64}\\.[a-z0-9]{2,4}$", Path.GetRelativePath(_data.Folder.Artifacts, file)));
        string[] errors = [.. _log.Entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => $"{entry.Message} {entry.Exception}")];
        Assert.True(errors.Length == 0, string.Join('\n', errors));
        await Http.Stop();
        var log = Http.Services.GetRequiredService<JobLog>();
        await using var db = await Http.Services.GetRequiredService<GatewayStore>().Open();
        foreach (var row in await db.Jobs.AsNoTracking().ToListAsync()) Assert.Equal(row.Status, (await log.Read(row.Id, CancellationToken.None)).Job?.Status);
        await using var connection = new SqliteConnection($"Data Source={_data.Folder.Database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
        command.CommandText = "SELECT count(*) FROM jobs j WHERE NOT EXISTS (SELECT 1 FROM job_events e WHERE e.job_id = j.id)";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        _data.Dispose();
        _beside.Delete(recursive: true);
    }

    // Cancels whatever waits or runs.
    private async Task LetGo()
    {
        var (jobs, catalog) = (Http.Services.GetRequiredService<JobCoordinator>(), Http.Services.GetRequiredService<JobCatalog>());
        Guid? after = null;
        do
        {
            var page = await catalog.List(_owner, after, 100, ascending: false, CancellationToken.None);
            foreach (var job in page.Jobs.Where(job => job.Status is JobStatus.Queued or JobStatus.Running)) await jobs.Cancel(job.Id, CancellationToken.None);
            after = page.HasMore ? page.Jobs[^1].Id : null;
        }
        while (after is not null);
    }

    private async Task Add(string prompt, string until)
    {
        var id = await Submit(prompt, _owner);
        await foreach (var job in Http.Services.GetRequiredService<JobCoordinator>().Watch(Guid.Parse(id["video_".Length..]), TestContext.Current.CancellationToken))
        {
            if (job.Status.ToString() == until) break;
        }
        Own[id] = until;
    }

    private async Task<string> Submit(string prompt, string owner) =>
        $"video_{(await Http.Services.GetRequiredService<JobCoordinator>().Submit(new NewJob(owner, new VideoRequest { Prompt = prompt }) { Webhook = new Webhook("https://hooks.example/reelsmith", null) }, CancellationToken.None)).JobId:N}";

    private async Task<string?> Status(string id) => (await Http.Services.GetRequiredService<JobCatalog>().Find(Guid.Parse(id["video_".Length..]), CancellationToken.None))?.Status.ToString();

    // Beside the data, where the program lies, and where it was started. Other tests work beside it too, in folders of their own names.
    private string[] Neighbours() => [.. new[] { _beside.FullName, AppContext.BaseDirectory, Environment.CurrentDirectory }.Distinct()
        .SelectMany(folder => Directory.GetFileSystemEntries(folder).Select(entry => $"{entry} {File.GetLastWriteTimeUtc(entry):O}")).Order(StringComparer.Ordinal)];

    private sealed class VoicesConsumer : IConsumer<ListVoices>
    {
        public Task Consume(ConsumeContext<ListVoices> context) => context.RespondAsync(new VoicesListed([new ListedVoice("someone", "Someone", ["en"], "fake", "1", true)]));
    }

    private sealed class DerivedConsumer(IArtifactStore artifacts) : IConsumer<DeriveFile>
    {
        public async Task Consume(ConsumeContext<DeriveFile> context) => await context.RespondAsync(
            new FileDerived(await artifacts.AddBytes(System.Text.Encoding.UTF8.GetBytes($"{context.Message.Kind} of {context.Message.Video.Hash}"), context.Message.Kind == DerivedKind.Audio ? "m4a" : "jpg", context.CancellationToken)));
    }
}
