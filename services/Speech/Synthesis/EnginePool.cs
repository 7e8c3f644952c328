using System.Collections.Concurrent;

namespace Reelsmith.Speech.Synthesis;

/// <summary>Processes of an engine, kept alive between scenes: starting one and loading its voice costs as much as two seconds
/// of speech. There are never more than were in use at once.</summary>
internal sealed class EnginePool(Func<EngineProcess> start) : IAsyncDisposable
{
    private readonly ConcurrentBag<EngineProcess> _idle = [];

    /// <summary>Does work with a process of its own. The process is kept only when the work ends well: after a failure or a
    /// cancellation nobody knows where its output stands.</summary>
    public async Task<T> Use<T>(Func<EngineProcess, Task<T>> work)
    {
        var process = Take();
        var kept = false;
        try
        {
            var result = await work(process);
            kept = true;
            return result;
        }
        finally
        {
            if (kept) _idle.Add(process);
            else await process.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var process)) await process.DisposeAsync();
    }

    private EngineProcess Take() => _idle.TryTake(out var process) ? process : start();
}
