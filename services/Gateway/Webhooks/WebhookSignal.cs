using System.Threading.Channels;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>Wakes the sender when a transaction has written an event down, and when a sending has ended.</summary>
internal sealed class WebhookSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, at most <paramref name="longest"/>; null: until one comes.</summary>
    public async Task Wait(TimeSpan? longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeOut = new CancellationTokenSource(longest ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, cancellationToken);
        try
        {
            await _channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // something is due
        }
    }
}
