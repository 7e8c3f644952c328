using System.Diagnostics;

namespace Reelsmith.NoOpServer;

/// <summary>This server as a process of its own, on a free port and a data folder that outlives it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        Address = Listening();
    }

    public int Id => _process.Id;

    /// <summary>Where it listens, once it does; null when it ended before.</summary>
    public Task<Uri?> Address { get; }

    public static ServerProcess Start(string data, params string[] settings) => Start(AppContext.BaseDirectory, data, settings, [], new Dictionary<string, string>());

    /// <param name="build">The folder of the program.</param>
    /// <param name="wrapper">A program and its arguments that becomes the server.</param>
    public static ServerProcess Start(string build, string data, IReadOnlyList<string> settings, IReadOnlyList<string> wrapper, IReadOnlyDictionary<string, string> environment)
    {
        string[] command = [.. wrapper, Path.Combine(build, "Reelsmith.NoOpServer"), "--urls=http://127.0.0.1:0", .. settings];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data,
        };
        start.Environment["REELSMITH_DATA"] = data;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Completes when it has ended, with its exit code: 128 and the signal when one killed it.</summary>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>What it wrote to standard error; completes when it has ended.</summary>
    public Task<string> Errors => _errors;

    /// <summary>Sends it a signal such as TERM, STOP or CONT.</summary>
    public async Task Signal(string name)
    {
        using var signal = Process.Start("kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Has it end by itself, and returns what it wrote to standard error.</summary>
    public async Task<string> Stop()
    {
        await Signal("TERM");
        await _process.WaitForExitAsync();
        return await _errors;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private async Task<Uri?> Listening() => await _process.StandardOutput.ReadLineAsync() is { } line ? new Uri(line) : null;
}
