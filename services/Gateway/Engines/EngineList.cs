using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Engines;

/// <summary>What the stages work with, as each of them says.</summary>
internal sealed class EngineList
{
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<(string Stage, Kept<IReadOnlyList<EngineReport>> Engines)> _stages;

    public EngineList(IBus bus, StageSettings settings, TimeProvider time) => _stages = [.. StageName.All.Select(stage =>
        (stage, new Kept<IReadOnlyList<EngineReport>>(async () => (await bus.Ask<DescribeEngines, EnginesDescribed>(stage, Queues.Engines(stage), new DescribeEngines(stage),
            settings.AnswerWithin, CancellationToken.None)).Engines, Age, time)))];

    /// <summary>Every engine, stage by stage in the order of a film's making. A stage that does not answer has one that is not ready.</summary>
    public async Task<IReadOnlyList<EngineReport>> List(CancellationToken cancellationToken)
    {
        var all = await Task.WhenAll(_stages.Select(stage => Of(stage.Stage, stage.Engines, cancellationToken)));
        return [.. all.SelectMany(engines => engines)];
    }

    private static async Task<IReadOnlyList<EngineReport>> Of(string stage, Kept<IReadOnlyList<EngineReport>> engines, CancellationToken cancellationToken)
    {
        try
        {
            return await engines.Get(cancellationToken);
        }
        catch (ReelsmithException e)
        {
            return [new EngineReport(stage, e.Failure.Engine ?? "unknown", false, null, e.Failure.Message, e.Failure.Hint)];
        }
    }
}
