using System.Runtime.CompilerServices;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Reelsmith.Hosting.Bus;

/// <summary>What becomes of a message that a broker has delivered, once its consumer has returned or the connection it came by is lost.</summary>
public sealed class Delivery
{
    private static readonly ConditionalWeakTable<IChannel, TaskCompletionSource> Losses = [];

    private bool _handedBack;

    /// <summary>Its work was cut off and is to be done by another process. An exception would do as well, but that of a consumer counts as its fault,
    /// which fails the job.</summary>
    public static void HandBack(ConsumeContext context)
    {
        if (context.TryGetPayload<Delivery>(out var delivery)) delivery._handedBack = true;
    }

    /// <summary>Waits for what is done with a message, but no longer than the connection lasts that brought it: nothing can be acknowledged afterwards, and the
    /// client closes its channels one by one, each when its deliveries have ended. A delivery that waits for a message of its own to be confirmed, which
    /// another channel is to tell, would keep the process from the broker for ever. The work goes on and what it publishes goes by the next connection;
    /// the broker meanwhile gives the message out again, and whoever takes it finds the result or waits for it.</summary>
    /// <exception cref="OperationCanceledException">The connection is lost.</exception>
    internal static async Task WhileConnected(ReceiveContext context, Task work)
    {
        if (!context.TryGetPayload<ChannelContext>(out var channel) || await Task.WhenAny(work, LossOf(channel.Channel)) == work)
        {
            await work;
            return;
        }
        _ = GoOn(work, context.InputAddress);
        throw new OperationCanceledException("The connection to the broker is lost.");
    }

    private static async Task GoOn(Task work, Uri queue)
    {
        try
        {
            await work;
        }
        catch (Exception e)
        {
            LogContext.Info?.Log("Work of {Queue} whose connection was lost ended with {Reason}; its message is given out again", queue, e.Message);
        }
    }

    private static Task LossOf(IChannel channel) => Losses.GetValue(channel, Watch).Task;

    private static TaskCompletionSource Watch(IChannel channel)
    {
        var loss = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            loss.TrySetResult();
            return Task.CompletedTask;
        };
        if (channel.IsClosed) loss.TrySetResult();
        return loss;
    }

    /// <summary>Around the consumers of a queue.</summary>
    internal sealed class Filter : IFilter<ConsumeContext>
    {
        public Task Send(ConsumeContext context, IPipe<ConsumeContext> next) => WhileConnected(context.ReceiveContext, Consume(context, next));

        public void Probe(ProbeContext context) => context.CreateFilterScope("delivery");

        private static async Task Consume(ConsumeContext context, IPipe<ConsumeContext> next)
        {
            var delivery = context.GetOrAddPayload(() => new Delivery());
            await next.Send(context);
            if (!delivery._handedBack) return;
            // While this process still takes messages, the broker would give it this one again.
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
    }
}
