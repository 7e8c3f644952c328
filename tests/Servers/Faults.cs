namespace Reelsmith.Tests.Servers;

/// <summary>What goes wrong in the connections of a <see cref="FaultyProxy"/>.</summary>
internal sealed class Faults
{
    private int _answer503;
    private TaskCompletionSource? _halfWay;
    private TaskCompletionSource _flowing = Completed();

    public TimeSpan Latency { get; set; }

    public Cuts Requests { get; } = new();

    public Cuts Responses { get; } = new();

    /// <summary>Completes when bytes may pass.</summary>
    public Task Flowing => Volatile.Read(ref _flowing).Task;

    public void Answer503(int requests) => Interlocked.Exchange(ref _answer503, requests);

    /// <summary>Whether this request is one of those to be answered with 503.</summary>
    public bool Takes503()
    {
        if (Volatile.Read(ref _answer503) <= 0) return false;
        return Interlocked.Decrement(ref _answer503) >= 0;
    }

    /// <summary>Completes when a request's body has come half way, and stays there. Taken back with <see cref="LetUploads"/>.</summary>
    public Task HoldUpload()
    {
        var halfWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _halfWay, halfWay);
        return halfWay.Task;
    }

    public void LetUploads() => Volatile.Write(ref _halfWay, null);

    /// <summary>What is to be told that this body, some of which is there, has come half way; null when it may pass.</summary>
    public TaskCompletionSource? TakesUpload() => Interlocked.Exchange(ref _halfWay, null);

    public void Stall()
    {
        if (Flowing.IsCompleted) Volatile.Write(ref _flowing, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    public void Flow() => Volatile.Read(ref _flowing).TrySetResult();

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
