using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Local;

/// <summary>deploy/local/up and down with the real servers, and in place of Reelsmith a program that only says that it is ready.</summary>
[SupportedOSPlatform("linux")]
public sealed class UpTests : IAsyncLifetime
{
    private const string Program = """
        #!/usr/bin/env bash
        exec node -e '
          const url = new URL(process.argv[process.argv.indexOf("--urls") + 1]);
          require("http").createServer((_, answer) => answer.end("ready")).listen(url.port, url.hostname);
        ' -- "$@"
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reelsmith-up-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    private IEnumerable<(string Name, int Id)> Processes => File.ReadLines(Path.Combine(Data, "processes")).Select(line => line.Split(' ')).Select(fields => (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture)));

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(_folder.FullName, "program");
        await File.WriteAllTextAsync(program, Program, Cancellation);
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        // PostgreSQL's user is another when tests run as root.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
    }

    public async ValueTask DisposeAsync()
    {
        await Run("down", CancellationToken.None);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_starts_is_found_again_and_ends()
    {
        var up = await Run("up", Cancellation);
        Assert.True(up.Code == 0, up.Error);
        Assert.Equal("rabbitmq postgres s3 gateway-1 script-1 speech-1 video-1 composer-1", string.Join(' ', Processes.Select(process => process.Name)));
        using var http = new HttpClient();
        Assert.Equal("ready", await http.GetStringAsync(new Uri(up.Output.Trim()), Cancellation));
        var running = Processes.ToArray();

        var again = await Run("up", Cancellation);
        Assert.Equal((0, up.Output), (again.Code, again.Output));
        Assert.Equal(running, Processes);
        Assert.Equal(0, (await Run("status", Cancellation)).Code);

        using (var worker = Process.GetProcessById(running.Single(process => process.Name == "video-1").Id)) worker.Kill();
        Assert.Equal(3, (await Run("status", Cancellation)).Code);

        Assert.Equal(0, (await Run("down", Cancellation)).Code);
        Assert.All(running, process => Assert.False(ProcessTree.IsRunning(process.Id), process.Name));
        Assert.False(File.Exists(Path.Combine(Data, "processes")));
    }

    [Fact]
    public async Task A_process_that_has_the_id_of_one_that_ended_is_left_alone()
    {
        using var stranger = Process.Start("sleep", "60");
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "processes"), $"video-1 {stranger.Id} 1 http://127.0.0.1:1\n", Cancellation);

        Assert.Equal(0, (await Run("down", Cancellation)).Code);

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    private async Task<(int Code, string Output, string Error)> Run(string script, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Repository.File($"deploy/local/{script}"), [Data]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REELSMITH_PROGRAM"] = Path.Combine(_folder.FullName, "program");
        start.Environment["REELSMITH_LOCAL_GATEWAYS"] = start.Environment["REELSMITH_LOCAL_WORKERS"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output, await error);
    }
}
