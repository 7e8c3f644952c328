using System.Diagnostics;
using System.Globalization;
using Reelsmith.NoOpServer;

namespace Reelsmith.Benchmarks.Jobs;

/// <summary>What a long line of waiting jobs costs over RabbitMQ and PostgreSQL: how long submitting takes, the memory of each process, and whether places are right.</summary>
internal static class LineBenchmark
{
    private const int Samples = 200;
    private const int Asked = 50;

    public static async Task<int> Run(string[] arguments)
    {
        var most = arguments is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 100_000;
        var data = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        await using var servers = await SharedServers.Start();
        await using var gateway = ServerProcess.Start(data, [.. servers.Settings, "--NoOp:Role=Gateway", "--Reelsmith:Jobs:Running=1"]);
        try
        {
            using var client = new VideoClient(await gateway.Address ?? throw new InvalidOperationException("The server did not start."));
            await client.Submit("It runs for ever, because nobody works");
            await Task.Delay(TimeSpan.FromSeconds(3)); // the gateway has counted it by then: no other starts
            Console.WriteLine($"{"waiting",9}{"accepted p50",14}{"p99",10}{"gateway",12}{"broker",10}{"database + buffers",20}{"place asked p50",17}{"p99",10}{"places wrong",14}");
            var waiting = new List<string>();
            foreach (var length in new[] { 1_000, most / 10, most / 2, most })
            {
                await Fill(client, waiting, length - Samples);
                var accepted = new Times();
                for (var n = 0; n < Samples; n++) waiting.Add(await Timed(accepted, () => client.Submit($"Sample {Guid.NewGuid()}")));
                await Task.Delay(TimeSpan.FromSeconds(3)); // what is remembered of places is older than that then
                var (asked, wrong) = (new Times(), 0);
                for (var n = 0; n < Asked; n++)
                {
                    var last = waiting.Count - 1 - n; // submitted one after the other: their order is known
                    if (await Timed(asked, () => client.Place(waiting[last])) != last) wrong++;
                }
                var (own, buffers) = ProcessFigures.MegabytesWithChildren(servers.Database.ProcessId);
                Console.WriteLine($"{waiting.Count,9}{accepted.Middle,14}{accepted.Late,10}{Text(ProcessFigures.Megabytes(gateway.Id)),12}{Text(ProcessFigures.Megabytes(servers.Broker.ProcessId)),10}{$"{own:0} + {Text(buffers)}",20}{asked.Middle,17}{asked.Late,10}{wrong,14}");
            }
        }
        finally
        {
            await gateway.Kill();
            Directory.Delete(data, recursive: true);
        }
        return 0;
    }

    private static async Task Fill(VideoClient client, List<string> waiting, int until)
    {
        var left = until - waiting.Count;
        var ids = await Task.WhenAll(Enumerable.Range(0, 32).Select(async _ =>
        {
            var mine = new List<string>();
            while (Interlocked.Decrement(ref left) >= 0) mine.Add(await client.Submit($"Filling {Guid.NewGuid()}"));
            return mine;
        }));
        waiting.AddRange(ids.SelectMany(some => some));
    }

    private static async Task<T> Timed<T>(Times times, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        times.Add(Stopwatch.GetElapsedTime(start));
        return result;
    }

    private static string Text(double megabytes) => $"{megabytes:0} MB";
}
