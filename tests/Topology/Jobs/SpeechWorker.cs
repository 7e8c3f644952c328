using System.Diagnostics;

namespace Reelsmith.Topology.Tests.Jobs;

/// <summary>The speech service as a process of its own, on a machine that has certain programs and no others.</summary>
public sealed class SpeechWorker : IAsyncDisposable
{
    private readonly string _machine = Directory.CreateTempSubdirectory("reelsmith-machine-").FullName;
    private readonly Process _process;

    /// <param name="settings">As flags.</param>
    /// <param name="programs">Such as "festival".</param>
    public SpeechWorker(IEnumerable<string> settings, string data, params string[] programs)
    {
        var installed = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        foreach (var program in programs) File.CreateSymbolicLink(Path.Combine(_machine, program), installed.Select(folder => Path.Combine(folder, program)).First(File.Exists));
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Reelsmith.Speech"), settings) { WorkingDirectory = _machine };
        (start.Environment["PATH"], start.Environment["REELSMITH_DATA"]) = (_machine, data);
        _process = Process.Start(start)!;
    }

    /// <summary>Ends it as SIGTERM does.</summary>
    public async Task Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Stop();
        _process.Dispose();
        Directory.Delete(_machine, recursive: true);
    }
}
