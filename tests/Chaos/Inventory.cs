using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Store;
using Reelsmith.Hosting;

namespace Reelsmith.Chaos.Tests;

/// <summary>What there is in the end: by the API while the server lives, in the store when it has stopped.</summary>
internal sealed class Inventory
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (JsonElement Video, string? Film)> _told = [];

    public async Task Ask(StormClient client, CancellationToken cancellationToken)
    {
        foreach (var video in await client.All(cancellationToken))
        {
            var id = video.GetProperty("id").GetString()!;
            _told[id] = (video, StormClient.StatusOf(video) == "completed" ? await Film(client, id, cancellationToken) : null);
        }
    }

    private static async Task<string?> Film(StormClient client, string id, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await client.Film(id, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<StoredJob>> Read(string data)
    {
        var stored = await Read(new SqliteDatabase(new DataFolder(data)));
        SqliteConnection.ClearAllPools();
        return stored;
    }

    public async Task<IReadOnlyList<StoredJob>> Read(IDatabase database)
    {
        await using var db = await new GatewayStore(database).Open();
        var logs = (await db.Events.AsNoTracking().OrderBy(row => row.Version).ToListAsync()).ToLookup(row => row.JobId);
        var waiting = (await db.Outbox.AsNoTracking().ToListAsync()).ToLookup(row => row.JobId);
        var jobs = (await db.Jobs.AsNoTracking().ToListAsync()).ToDictionary(row => row.Id);
        return [.. logs.Select(log => log.Key).Union(waiting.Select(row => row.Key)).Union(jobs.Keys).Select(id => Job(id, jobs.GetValueOrDefault(id), logs[id], waiting[id].Count()))];
    }

    private StoredJob Job(Guid jobId, JobRow? row, IEnumerable<JobEventRow> log, int inOutbox)
    {
        var id = $"video_{jobId:N}";
        (int Version, JobEvent Event)[] events = [.. log.Select(line => (line.Version, JsonSerializer.Deserialize<JobLogEntry>(line.Entry, ContractsJson.Compact)!.Event))];
        var submitted = row is null ? events.FirstOrDefault().Event : JsonSerializer.Deserialize<JobEvent>(row.Submitted, ContractsJson.Compact);
        var key = submitted is JobSubmitted { Request.Prompt: { } prompt } ? prompt[(prompt.LastIndexOf(' ') + 1)..] : "";
        return _told.TryGetValue(id, out var told)
            ? new StoredJob(key, id, StormClient.StatusOf(told.Video), StormClient.ErrorOf(told.Video), told.Film, events, inOutbox)
            : new StoredJob(key, id, null, null, null, events, inOutbox);
    }
}
