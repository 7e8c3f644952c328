namespace Reelsmith.Chaos.Tests;

/// <summary>Many jobs at a server that is killed again and again, and what is there when it is over.</summary>
internal sealed class Storm(int seed, string folder, params string[] settings)
{
    private int _ended;

    public Ledger Ledger { get; } = new(Path.Combine(folder, "ledger.jsonl"));

    public string Data { get; } = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;

    /// <param name="patience">How long no job ends before those that are left are given up.</param>
    public async Task<IReadOnlyList<StoredJob>> Run(int jobs, int kills, double killsInStart, TimeSpan patience)
    {
        var random = new Random(seed);
        var wanted = StormJob.Draw(random, jobs, kills);
        await using var server = new MortalServer(Data, settings);
        using var client = new StormClient(() => server.Address, Ledger);
        using var stop = new CancellationTokenSource();
        var making = new List<Task>();
        for (var kill = 0; kill < kills; kill++)
        {
            making.AddRange(wanted.Where(job => job.AfterKill == kill).Select(job => Make(client, job, stop.Token)));
            await server.LiveAndDie(random, random.NextDouble() < killsInStart);
        }
        if (kills == 0) making.AddRange(wanted.Select(job => Make(client, job, stop.Token)));
        await server.Live();
        await End(Task.WhenAll(making), patience, stop);
        var inventory = new Inventory();
        await inventory.Ask(client, CancellationToken.None);
        await server.Stop();
        return await inventory.Read(Data);
    }

    private async Task Make(StormClient client, StormJob job, CancellationToken cancellationToken)
    {
        try
        {
            await client.Make(job, cancellationToken);
            Interlocked.Increment(ref _ended);
        }
        catch (OperationCanceledException)
        {
            // given up; the audit says what was wrong with it
        }
    }

    private async Task End(Task everything, TimeSpan patience, CancellationTokenSource stop)
    {
        for (var before = -1; !everything.IsCompleted && before != Volatile.Read(ref _ended);)
        {
            before = Volatile.Read(ref _ended);
            await Task.WhenAny(everything, Task.Delay(patience));
        }
        await stop.CancelAsync();
        await everything;
    }
}
