using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.NoOpServer.Deaths;

/// <summary>A process that may die around sending, publishing and acknowledging what jobs are made of.</summary>
internal sealed class MortalMessages(Death death) : ISendObserver, IPublishObserver, IConsumeObserver, IReceiveObserver
{
    public Task PreSend<T>(SendContext<T> context) where T : class => Before(context.Message);

    public Task PostSend<T>(SendContext<T> context) where T : class => After(context.Message);

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PrePublish<T>(PublishContext<T> context) where T : class => Before(context.Message);

    public Task PostPublish<T>(PublishContext<T> context) where T : class => After(context.Message);

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context) where T : class
    {
        if (IsOfJobs(context.Message)) death.At(DeathPoint.BeforeAck);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    // The broker has been told.
    public Task PostReceive(ReceiveContext context)
    {
        death.At(DeathPoint.AfterAck);
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;

    private Task Before(object message)
    {
        if (IsOfJobs(message)) death.At(DeathPoint.BeforePublish);
        return Task.CompletedTask;
    }

    private Task After(object message)
    {
        if (IsOfJobs(message)) death.At(DeathPoint.AfterPublish);
        return Task.CompletedTask;
    }

    private static bool IsOfJobs(object message) => message is IJobCommand or JobEvent;
}
