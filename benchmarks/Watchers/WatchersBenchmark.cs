using System.Diagnostics;
using Reelsmith.Benchmarks.Jobs;
using Reelsmith.NoOpServer;

namespace Reelsmith.Benchmarks.Watchers;

/// <summary>What a thousand watchers of event streams cost the server while progress comes, and whether each of them learns of the end.</summary>
internal static class WatchersBenchmark
{
    private const int All = 1_000;

    public static async Task<int> Run()
    {
        Console.WriteLine($"{"",-26}{"seconds",9}{"CPU",9}{"of a core",11}{"RSS before",12}{"after",9}{"events",10}{"MB sent",9}{"a second each",15}{"missed ends",13}");
        var missed = 0;
        // Drawing reports ten times a second; the bus hands out sixteen scenes at a time.
        foreach (var (jobs, drawing) in new[] { (1, TimeSpan.FromSeconds(20)), (100, TimeSpan.FromSeconds(4)) }) missed += await Measure(jobs, drawing);
        return missed == 0 ? 0 : 1;
    }

    private static async Task<int> Measure(int jobs, TimeSpan drawing)
    {
        var data = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        try
        {
            await using var server = ServerProcess.Start(data, $"--NoOp:DrawMilliseconds={drawing.TotalMilliseconds:0}", $"--Reelsmith:Jobs:Running={jobs}", $"--Reelsmith:Jobs:PerCaller={jobs}");
            using var client = new VideoClient(await server.Address ?? throw new InvalidOperationException("The server did not start."));
            var ids = await Task.WhenAll(Enumerable.Range(0, jobs).Select(n => client.Submit($"Watched {n}")));
            var (before, cpu, start) = (ProcessFigures.Megabytes(server.Id), ProcessFigures.Cpu(server.Id), Stopwatch.GetTimestamp());
            var streams = await Task.WhenAll(Enumerable.Range(0, All).Select(n => Watch(client, ids[n % jobs])));
            var (seconds, work, after) = (Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessFigures.Cpu(server.Id) - cpu, ProcessFigures.Megabytes(server.Id));
            var missed = streams.Count(stream => !stream.Completed);
            Console.WriteLine($"{$"{All} watchers, {jobs} job{(jobs == 1 ? "" : "s")}",-26}{seconds,9:0.0}{work.TotalSeconds,7:0.0} s{100 * work.TotalSeconds / seconds,9:0} %{before,9:0} MB{after,6:0} MB"
                + $"{streams.Sum(stream => stream.Events),10}{streams.Sum(stream => stream.Bytes) / 1e6,9:0.0}{streams.Average(stream => stream.Progress / stream.Seconds),15:0.0}{missed,13}");
            await server.Stop();
            return missed;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<Seen> Watch(VideoClient client, string id)
    {
        var (seen, start) = (new Seen(false, 0, 0, 0, 0), Stopwatch.GetTimestamp());
        await foreach (var line in client.Events(id))
        {
            seen = seen with { Bytes = seen.Bytes + line.Length + 1 };
            if (!line.StartsWith("event: ", StringComparison.Ordinal)) continue;
            seen = seen with { Events = seen.Events + 1, Progress = seen.Progress + (line == "event: progress" ? 1 : 0), Completed = line == "event: video.completed" };
        }
        return seen with { Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds };
    }

    /// <param name="Completed">Whether the last event told that the video is completed.</param>
    private sealed record Seen(bool Completed, int Events, int Progress, long Bytes, double Seconds);
}
