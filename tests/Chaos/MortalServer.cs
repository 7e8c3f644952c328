using Reelsmith.NoOpServer;

namespace Reelsmith.Chaos.Tests;

/// <summary>A server that is killed and started again on the same data. Clients ask it where it listens now.</summary>
internal sealed class MortalServer(string data, params string[] settings) : IAsyncDisposable
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(1);
    private TaskCompletionSource<Uri> _address = NotListening();
    private ServerProcess? _server;
    private TimeSpan _start = TimeSpan.FromSeconds(1.5); // about; then as it is on this machine

    /// <summary>The address of the process that lives, as soon as it listens.</summary>
    public Task<Uri> Address => Volatile.Read(ref _address).Task;

    /// <summary>Starts a process and kills it at a random moment.</summary>
    /// <param name="inStart">Before it listens; otherwise after.</param>
    public async Task LiveAndDie(Random random, bool inStart)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var server = _server = ServerProcess.Start(data, settings);
        if (inStart)
        {
            await Task.Delay(_start * random.NextDouble());
        }
        else
        {
            await Listen(server);
            _start = TimeProvider.System.GetElapsedTime(started);
            await Task.Delay(LongestLife * random.NextDouble());
        }
        Forget();
        await server.Kill();
    }

    /// <summary>Starts a process that stays.</summary>
    public Task Live() => Listen(_server = ServerProcess.Start(data, settings));

    /// <summary>Has it end by itself.</summary>
    public async Task Stop()
    {
        Forget();
        await _server!.Stop();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private async Task Listen(ServerProcess server) =>
        _address.SetResult(await server.Address ?? throw new InvalidOperationException($"The server ended before it listened: {await server.Stop()}"));

    private void Forget()
    {
        if (_address.Task.IsCompleted) Volatile.Write(ref _address, NotListening()); // else clients wait already
    }

    private static TaskCompletionSource<Uri> NotListening() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
