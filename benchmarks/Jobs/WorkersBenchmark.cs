using System.Diagnostics;
using Reelsmith.NoOpServer;

namespace Reelsmith.Benchmarks.Jobs;

/// <summary>How jobs a second grow with video workers, each of which takes half a second for a scene, one at a time.</summary>
internal static class WorkersBenchmark
{
    private const int DrawMilliseconds = 500;
    private const int JobsForEach = 60;

    public static async Task<int> Run()
    {
        Console.WriteLine($"{"video workers",-16}{"jobs/s",9}{"most possible",16}{"share",9}");
        foreach (var workers in new[] { 1, 2, 4 }) await Measure(workers);
        return 0;
    }

    private static async Task Measure(int workers)
    {
        var data = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        await using var servers = await SharedServers.Start();
        var processes = new List<ServerProcess>();
        try
        {
            var gateway = Start(data, servers, processes, "--NoOp:Role=Gateway");
            Start(data, servers, processes, "--NoOp:Role=Worker", "--NoOp:Stages=script,speech,composer");
            for (var n = 0; n < workers; n++) Start(data, servers, processes, "--NoOp:Role=Worker", "--NoOp:Stages=video", "--NoOp:AtOnce=1", $"--NoOp:DrawMilliseconds={DrawMilliseconds}");
            foreach (var process in processes) _ = await process.Address ?? throw new InvalidOperationException("A server did not start.");
            using var client = new VideoClient((await gateway.Address)!);
            await JobsBenchmark.Saturate(client, 4 * workers); // everything is connected and compiled
            var jobs = JobsForEach * workers;
            var start = Stopwatch.GetTimestamp();
            await JobsBenchmark.Saturate(client, jobs);
            var (rate, most) = (jobs / Stopwatch.GetElapsedTime(start).TotalSeconds, workers * 1000.0 / DrawMilliseconds);
            Console.WriteLine($"{workers,-16}{rate,9:0.00}{most,16:0.00}{rate / most,9:0.00}");
        }
        finally
        {
            foreach (var process in processes) await process.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static ServerProcess Start(string data, SharedServers servers, List<ServerProcess> processes, params string[] settings)
    {
        var process = ServerProcess.Start(data, [.. settings, .. servers.Settings]);
        processes.Add(process);
        return process;
    }
}
