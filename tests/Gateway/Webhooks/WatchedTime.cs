using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Gateway.Webhooks;

namespace Reelsmith.Gateway.Tests.Webhooks;

/// <summary>A clock that stands still until a test lets it go on to what somebody waits for.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<WatchedTimer> _timers = Channel.CreateUnbounded<WatchedTimer>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(base.CreateTimer(callback, state, dueTime, period), dueTime, GetUtcNow() + dueTime);
        if (dueTime > TimeSpan.Zero) _timers.Writer.TryWrite(timer);
        return timer;
    }

    /// <summary>Goes on to the end of somebody's wait of that length.</summary>
    public async Task Pass(TimeSpan length)
    {
        WatchedTimer timer;
        do timer = await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken);
        while (timer.Disposed || timer.Length != length);
        GoOn(timer);
    }

    /// <summary>Goes on from wait to wait until something has happened. Answers are not waited for in vain, nor are deliveries taken from their senders.</summary>
    public Task<T> PassUntil<T>(Task<T> happened) => PassUntil(happened, WebhookClient.LongestAnswer, WebhookDeliveries.Held);

    public async Task<T> PassUntil<T>(Task<T> happened, params TimeSpan[] except)
    {
        while (await Task.WhenAny(happened, _timers.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask()) != happened)
        {
            if (_timers.Reader.TryRead(out var timer) && !timer.Disposed && !except.Contains(timer.Length)) GoOn(timer);
        }
        return await happened;
    }

    private void GoOn(WatchedTimer timer)
    {
        if (timer.Due > GetUtcNow()) SetUtcNow(timer.Due);
    }

    private sealed class WatchedTimer(ITimer timer, TimeSpan length, DateTimeOffset due) : ITimer
    {
        public TimeSpan Length { get; } = length;

        public DateTimeOffset Due { get; } = due;

        public bool Disposed { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            Disposed = true;
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Disposed = true;
            return timer.DisposeAsync();
        }
    }
}
