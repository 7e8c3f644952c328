using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Engines;

/// <summary>Answers what a stage works with, by its own check.</summary>
internal sealed class DescribeEnginesConsumer<TCheck>(TCheck check) : IConsumer<DescribeEngines> where TCheck : class, IEngineCheck
{
    public async Task Consume(ConsumeContext<DescribeEngines> context)
    {
        IReadOnlyList<EngineReport> engines;
        try
        {
            engines = await check.Check(context.CancellationToken);
        }
        catch (ReelsmithException e)
        {
            await context.RespondAsync(new RequestFailed(e.Failure with { Stage = context.Message.Stage }));
            return;
        }
        await context.RespondAsync(new EnginesDescribed(engines));
    }
}
