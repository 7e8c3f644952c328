namespace Reelsmith.Benchmarks.Jobs;

/// <summary>What the gateway costs over RabbitMQ and PostgreSQL, every commit and every confirmation synced to the disk: gateway and no-op stages in one process.</summary>
internal static class SharedBenchmark
{
    public static async Task<int> Run()
    {
        await using var servers = await SharedServers.Start();
        JobsBenchmark.Head();
        await JobsBenchmark.Measure("stages find what they made before", ["--NoOp:SameStoryboard=true", .. servers.Settings], servers.Broker.ProcessId, servers.Database.ProcessId);
        await JobsBenchmark.Measure("stages store small results", servers.Settings, servers.Broker.ProcessId, servers.Database.ProcessId);
        Console.WriteLine("CPU a job: server + broker + database; the client's own is not counted.");
        return 0;
    }
}
