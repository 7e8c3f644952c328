using MassTransit;

namespace Reelsmith.Hosting.Bus;

/// <summary>Commands for an engine that not every worker of a stage has. A worker that lacks the engine passes them on to a queue that only those take from who have it.</summary>
public sealed class EngineQueues(BrokerSettings settings, Broker broker, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private volatile Look _last = new([], null);

    /// <summary>Whether a worker has the engine, this one or another; a moment old.</summary>
    public async Task<bool> AreServed(string stage, string engine, CancellationToken cancellationToken)
    {
        if (settings.Url is null || !Queues.OfEngines.Contains(Queues.OfEngine(stage, engine))) return false;
        if (_last.At is not { } at || time.GetElapsedTime(at) >= Kept) _last = await LookNow(cancellationToken);
        return _last.Served.Contains(Queues.OfEngine(stage, engine));
    }

    /// <summary>Whether a command has been passed on already: whoever has it now does what can be done.</summary>
    public static bool IsPassedOn(ConsumeContext context) => Queues.OfEngines.Contains(Queues.OfDelivery(context));

    /// <summary>Passes a command on. It is with the broker when this returns.</summary>
    public static Task PassOn<T>(ConsumeContext<T> context, string stage, string engine) where T : class => context.Forward(Queues.Address(Queues.OfEngine(stage, engine)));

    private async Task<Look> LookNow(CancellationToken cancellationToken)
    {
        try
        {
            return new Look([.. (await broker.Stages(cancellationToken)).Where(queue => queue.Workers > 0).Select(queue => queue.Queue)], time.GetTimestamp());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return _last; // the broker is away: what it said last still holds
        }
    }

    private sealed record Look(HashSet<string> Served, long? At);
}
