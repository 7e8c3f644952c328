using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Reelsmith.Benchmarks.Jobs;
using Reelsmith.Hosting.Processes;
using Reelsmith.NoOpServer;

namespace Reelsmith.Benchmarks.Downloads;

/// <summary>How fast a film is sent, beside nginx with the same file and the same client, in turns.</summary>
internal static class DownloadsBenchmark
{
    private const int Rounds = 3;
    private const long FileBytes = 1L << 30;

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("reelsmith-benchmark-").FullName;
        try
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
            await using var server = ServerProcess.Start(data);
            var address = await server.Address ?? throw new InvalidOperationException("The server did not start.");
            using var client = new VideoClient(address);
            var id = await client.Submit("A long film");
            await client.Completed(id);
            var content = $"/v1/videos/{id}/content";
            var file = await Plant(client, content, data);
            await using var nginx = await Nginx.Start(Directory.CreateDirectory(Path.Combine(folder, "nginx")).FullName, Path.GetDirectoryName(file)!);
            var (ours, theirs) = (new Uri(address, content), new Uri(nginx.Address, Path.GetFileName(file)));
            await Download(ours); // compiles, and has the file in memory
            await Download(theirs);
            Console.WriteLine($"{"MB/s, 1 GiB",-24}{"Reelsmith",12}{"nginx",12}{"ratio",10}{"CPU a GiB",14}");
            foreach (var clients in new[] { 1, 8 }) await Compare(server, ours, theirs, clients);
            await server.Stop();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(ServerProcess server, Uri ours, Uri theirs, int clients)
    {
        var (sumOurs, sumTheirs) = (0.0, 0.0);
        for (var round = 1; round <= Rounds; round++)
        {
            var cpu = ProcessFigures.Cpu(server.Id);
            var fast = await Together(ours, clients);
            var work = (ProcessFigures.Cpu(server.Id) - cpu) / clients;
            var reference = await Together(theirs, clients);
            (sumOurs, sumTheirs) = (sumOurs + (1 / fast), sumTheirs + (1 / reference));
            Console.WriteLine($"{$"{clients} client{(clients == 1 ? "" : "s")}, round {round}",-24}{fast,12:0}{reference,12:0}{fast / reference,10:0.00}{work.TotalSeconds,12:0.00} s");
        }
        Console.WriteLine($"{$"{clients} client{(clients == 1 ? "" : "s")}, all",-24}{Rounds / sumOurs,12:0}{Rounds / sumTheirs,12:0}{sumTheirs / sumOurs,10:0.00}");
    }

    /// <returns>Megabytes a second of all clients together.</returns>
    private static async Task<double> Together(Uri address, int clients)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Download(address)));
        return clients * FileBytes / 1e6 / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task Download(Uri address)
    {
        var said = await ChildProcess.Run("curl", ["--silent", "--show-error", "--fail", "--output", "/dev/null", "--write-out", "%{size_download}", address.ToString()], default, null, CancellationToken.None);
        if (Encoding.ASCII.GetString(said) != $"{FileBytes}") throw new InvalidOperationException($"{address} sent {Encoding.ASCII.GetString(said)} bytes.");
    }

    /// <summary>Puts a large file in the place of the film that the stages pretended to make.</summary>
    private static async Task<string> Plant(VideoClient client, string content, string data)
    {
        using var head = await client.Head(content);
        var hash = head.EnsureSuccessStatusCode().Headers.ETag!.Tag.Trim('"');
        var path = Path.Combine(data, "artifacts", hash[..2], $"{hash}.mp4");
        var block = RandomNumberGenerator.GetBytes(1 << 20);
        await using var file = File.Create(path);
        for (var written = 0L; written < FileBytes; written += block.Length) await file.WriteAsync(block);
        return path;
    }
}
