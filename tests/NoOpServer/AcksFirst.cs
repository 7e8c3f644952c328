using MassTransit;

namespace Reelsmith.NoOpServer;

/// <summary>The promise of a worker broken, to show what it is for: a command is acknowledged at once, and its work goes on without it.</summary>
internal sealed class AcksFirst<T> : IFilter<ConsumeContext<T>> where T : class
{
    public Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        _ = next.Send(context);
        return context.NotifyConsumed(TimeSpan.Zero, nameof(AcksFirst<>));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("acksFirst");
}
