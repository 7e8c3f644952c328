using System.Diagnostics;
using Reelsmith.NoOpServer;

namespace Reelsmith.Benchmarks.Jobs;

/// <summary>What the gateway itself costs: jobs of one scene over HTTP, stages that do nothing, every commit synced to the disk.</summary>
internal static class JobsBenchmark
{
    private const int Clients = 32;
    private const int OneAtATime = 200;
    private const int AtOnce = 2_000;
    private const int Rounds = 3;
    private const int WarmUp = 1_600;
    private const int NameWidth = -45;

    public static async Task<int> Run()
    {
        Head();
        await Measure("stages find what they made before", ["--NoOp:SameStoryboard=true"]);
        await Measure("stages store small results", []);
        return 0;
    }

    public static void Head() =>
        Console.WriteLine($"{"",NameWidth}{"accepted p50",14}{"p99",10}{"completed p50",16}{"p99",10}{"jobs/s",9}{"CPU a job",12}");

    /// <param name="stages">Settings of the server.</param>
    /// <param name="others">Processes whose processor time counts too.</param>
    public static async Task Measure(string name, string[] stages, params int[] others)
    {
        var data = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        try
        {
            await using var server = ServerProcess.Start(data, [.. stages, "--Reelsmith:Jobs:Running=64", "--Reelsmith:Jobs:PerCaller=1000000", "--Reelsmith:Jobs:Waiting=1000000"]);
            using var client = new VideoClient(await server.Address ?? throw new InvalidOperationException("The server did not start."));
            await Saturate(client, WarmUp);
            await OneByOne(client, WarmUp / 16);
            var (accepted, completed) = await OneByOne(client, OneAtATime);
            Console.WriteLine($"{name + ", one at a time",NameWidth}{accepted.Middle,14}{accepted.Late,10}{completed.Middle,16}{completed.Late,10}");
            for (var round = 1; round <= Rounds; round++)
            {
                var (before, start) = (Cpu(), Stopwatch.GetTimestamp());
                var atOnce = await Saturate(client, AtOnce);
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                double[] work = [.. Cpu().Zip(before, (now, then) => (now - then).TotalMilliseconds / AtOnce)];
                var parts = work.Length > 1 ? $" = {string.Join(" + ", work.Select(part => $"{part:0.0}"))}" : "";
                Console.WriteLine($"{$"{name}, {Clients} clients, {round}",NameWidth}{atOnce.Middle,14}{atOnce.Late,10}{"",16}{"",10}{AtOnce / seconds,9:0}{work.Sum(),9:0.00} ms{parts}");
            }
            await server.Stop();

            TimeSpan[] Cpu() => [ProcessFigures.Cpu(server.Id), .. others.Select(ProcessFigures.CpuWithChildren)];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<(Times Accepted, Times Completed)> OneByOne(VideoClient client, int jobs)
    {
        var (accepted, completed) = (new Times(), new Times());
        for (var n = 0; n < jobs; n++)
        {
            var start = Stopwatch.GetTimestamp();
            var id = await client.Submit($"One at a time {Guid.NewGuid()}");
            accepted.Add(Stopwatch.GetElapsedTime(start));
            await client.Completed(id);
            completed.Add(Stopwatch.GetElapsedTime(start));
        }
        return (accepted, completed);
    }

    /// <summary>Submits as fast as answers come, and returns when every job has completed.</summary>
    public static async Task<Times> Saturate(VideoClient client, int jobs)
    {
        var (accepted, left) = (new Times(), jobs);
        var last = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var id = "";
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var start = Stopwatch.GetTimestamp();
                id = await client.Submit($"All at once {Guid.NewGuid()}");
                accepted.Add(Stopwatch.GetElapsedTime(start));
            }
            return id;
        }));
        foreach (var id in last.Where(id => id.Length > 0)) await client.Completed(id);
        return accepted;
    }
}
