using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Consumers;

/// <summary>A command that the broker has given up: every worker that took it ended without an answer. It fails, which fails its job
/// (<see cref="StageFaultConsumer"/>) and keeps it among the errors for whoever looks after the service.</summary>
internal sealed class DeadCommandConsumer : IConsumer<WriteScript>, IConsumer<NarrateScene>, IConsumer<RenderScene>, IConsumer<ComposeVideo>
{
    public Task Consume(ConsumeContext<WriteScript> context) => throw new WorkersDiedException();

    public Task Consume(ConsumeContext<NarrateScene> context) => throw new WorkersDiedException();

    public Task Consume(ConsumeContext<RenderScene> context) => throw new WorkersDiedException();

    public Task Consume(ConsumeContext<ComposeVideo> context) => throw new WorkersDiedException();
}
