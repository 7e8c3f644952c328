using MassTransit;

namespace Reelsmith.Hosting.Bus;

/// <summary>What becomes of a message that a broker has delivered, once its consumer has returned.</summary>
public sealed class Delivery
{
    private bool _handedBack;

    /// <summary>Its work was cut off and is to be done by another process. An exception would do as well, but that of a consumer counts as its fault,
    /// which fails the job.</summary>
    public static void HandBack(ConsumeContext context)
    {
        if (context.TryGetPayload<Delivery>(out var delivery)) delivery._handedBack = true;
    }

    /// <summary>Around the consumers of a queue.</summary>
    internal sealed class Filter : IFilter<ConsumeContext>
    {
        public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
        {
            var delivery = context.GetOrAddPayload(() => new Delivery());
            await next.Send(context);
            if (!delivery._handedBack) return;
            // While this process still takes messages, the broker would give it this one again.
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("delivery");
    }
}
