using MassTransit;

namespace Reelsmith.Hosting.Bus;

/// <summary>Work that was cut off is no error: it stays with the broker, which gives it to another process.</summary>
internal sealed class HandBack : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        context.Exception.GetBaseException() is OperationCanceledException ? Task.FromException(context.Exception) : Delivery.WhileConnected(context, next.Send(context));

    public void Probe(ProbeContext context) => context.CreateFilterScope("handBack");
}
