using System.Diagnostics;

namespace Reelsmith.Tests.Servers;

/// <summary>A server that a script of deploy/local becomes: one process with a folder of its own and ports that stay the same over restarts.</summary>
internal sealed class ServerProgram(string script, Signal stop, Func<CancellationToken, Task<bool>> isReady, params string[] arguments) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private Process? _process;

    public string Folder { get; } = Directory.CreateTempSubdirectory("reelsmith-server-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public int Id => _process!.Id;

    /// <summary>Returns when it answers.</summary>
    public async Task Start(CancellationToken cancellationToken)
    {
        Leftovers.Watch(Folder);
        // Its output goes to a file, because nobody reads a pipe for as long as it runs.
        var start = new ProcessStartInfo("bash", ["-c", """exec "$@" >> "$0" 2>&1 < /dev/null""", Log, Repository.File($"deploy/local/{script}"), Folder, .. arguments]);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        _process?.Dispose();
        _process = Process.Start(start)!;
        var started = Stopwatch.GetTimestamp();
        while (!await isReady(cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience) throw new InvalidOperationException($"The server {script} did not start: {await File.ReadAllTextAsync(Log, cancellationToken)}");
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <summary>Ends it and its processes as a power cut does.</summary>
    public async Task Kill()
    {
        // Its children hold on to what the next one needs, such as shared memory, until they are gone as well.
        var children = ProcessTree.Below(Id);
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        while (children.Any(child => ProcessTree.IsRunning(child.Id))) await Task.Delay(BetweenLooks);
    }

    public async Task Restart(CancellationToken cancellationToken)
    {
        if (!_process!.HasExited) await Stop();
        await Start(cancellationToken);
    }

    public void Pause() => ProcessTree.SendToAll(Signal.Stop, Id);

    public void Continue() => ProcessTree.SendToAll(Signal.Continue, Id);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Kill();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private string Log => Path.Combine(Folder, "server.log");

    private async Task Stop()
    {
        Continue();
        ProcessTree.Send(stop, Id);
        await _process!.WaitForExitAsync();
    }
}
