using Reelsmith.NoOpServer;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>A gateway or a worker, and whoever starts it again at once when it ends.</summary>
/// <param name="build">The folder of its program.</param>
internal sealed class Member(string name, string build, string folder, IReadOnlyList<string> settings, Lines lines) : IAsyncDisposable
{
    private const int Killed = 128 + 9;
    private static readonly TimeSpan AfterFailedStart = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestOrder = TimeSpan.FromSeconds(8);

    private readonly string _order = Path.Combine(folder, "die-at");
    private readonly string _data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
    private readonly List<string> _endedByItself = [];
    private TaskCompletionSource<Uri> _address = NotListening();
    private ServerProcess? _process;
    private Task _kept = Task.CompletedTask;
    private volatile bool _leaving, _asked;

    public string Name => name;

    /// <summary>Those of its next process.</summary>
    public Lines Lines { get; set; } = lines;

    /// <summary>Where it listens, as soon as it does.</summary>
    public Task<Uri> Address => Volatile.Read(ref _address).Task;

    public int ProcessId => _process!.Id;

    public string Data => _data;

    /// <summary>Given to its next process.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>What its next process is started by.</summary>
    public IReadOnlyList<string> Wrapper { get; set; } = [];

    /// <summary>How its processes ended that nobody had ended, and what they last said.</summary>
    public IReadOnlyList<string> EndedByItself => _endedByItself;

    public void Start()
    {
        _process = NewProcess();
        _kept = Keep();
    }

    public Task Kill() => _process!.Signal("KILL");

    /// <summary>Has it end by itself; then it is started again.</summary>
    public async Task Ask()
    {
        var process = _process!;
        _asked = true;
        await process.Signal("TERM");
        _ = EndAfterGrace(process);
    }

    public Task Pause() => _process!.Signal("STOP");

    public Task Continue() => _process!.Signal("CONT");

    /// <summary>Has it kill itself at a <see cref="NoOpServer.Deaths.DeathPoint"/>.</summary>
    /// <returns>Whether it came there.</returns>
    public async Task<bool> DieAt(string point)
    {
        await File.WriteAllTextAsync(_order + ".new", point);
        File.Move(_order + ".new", _order, overwrite: true);
        var started = TimeProvider.System.GetTimestamp();
        while (File.Exists(_order))
        {
            if (TimeProvider.System.GetElapsedTime(started) > LongestOrder)
            {
                File.Delete(_order);
                return false;
            }
            await Task.Delay(Look);
        }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _leaving = true;
        if (_process is not null) await _process.Signal("KILL");
        await _kept;
        await Lines.DisposeAsync();
    }

    private async Task Keep()
    {
        while (true)
        {
            await using (var process = _process!)
            {
                var address = process.Address;
                if (await Task.WhenAny(address, process.Ended()) == address && await address is { } listening) _address.TrySetResult(listening);
                var code = await process.Ended();
                if (_address.Task.IsCompleted) Volatile.Write(ref _address, NotListening());
                var errors = await process.Errors;
                await File.AppendAllTextAsync(Path.Combine(folder, "log"), $"{errors}\n-- ended with {code}\n");
                if (_leaving) return;
                if (code != Killed && !_asked)
                {
                    _endedByItself.Add($"{name} ended with {code}: {errors[Math.Max(0, errors.Length - 2_000)..]}");
                    await Task.Delay(AfterFailedStart);
                }
                _asked = false;
            }
            _process = NewProcess();
        }
    }

    // As whoever watches over processes does.
    private async Task EndAfterGrace(ServerProcess process)
    {
        if (await Task.WhenAny(process.Errors, Task.Delay(LongestStop)) == process.Errors || process != _process || _leaving) return;
        _endedByItself.Add($"{name} had not ended {LongestStop.TotalSeconds} s after SIGTERM");
        await process.Signal("KILL");
    }

    private ServerProcess NewProcess() => ServerProcess.Start(build, _data, [.. settings, .. Lines.Settings(database: name.StartsWith(Site.Gateway, StringComparison.Ordinal)), $"--NoOp:DieAt={_order}"], Wrapper, Environment);

    private static TaskCompletionSource<Uri> NotListening() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
