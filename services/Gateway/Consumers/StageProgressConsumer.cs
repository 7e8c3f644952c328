using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway.Consumers;

internal sealed class StageProgressConsumer(ProgressBoards boards) : IConsumer<StageProgressed>
{
    public Task Consume(ConsumeContext<StageProgressed> context)
    {
        boards.Report(context.Message);
        return Task.CompletedTask;
    }
}
