using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Hosting.Engines;

/// <summary>Answers what a stage works with, by its own check.</summary>
internal sealed class DescribeEnginesConsumer<TCheck>(TCheck check, EngineQueues queues) : IConsumer<DescribeEngines> where TCheck : class, IEngineCheck
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
        await context.RespondAsync(new EnginesDescribed(await Task.WhenAll(engines.Select(engine => OfAnyWorker(engine, context.CancellationToken)))));
    }

    // What this worker lacks and another has is there.
    private async Task<EngineReport> OfAnyWorker(EngineReport engine, CancellationToken cancellationToken) => !engine.Ready && await queues.AreServed(engine.Stage, engine.Engine, cancellationToken)
        ? engine with { Ready = true, Detail = "at other workers", Fix = null }
        : engine;
}
