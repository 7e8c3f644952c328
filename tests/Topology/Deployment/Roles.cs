using Reelsmith.Hosting.Bus;

namespace Reelsmith.Topology.Tests.Deployment;

/// <summary>What processes are there for: a gateway, or a stage, which is named as the queue of its commands is.</summary>
internal static class Roles
{
    public static IReadOnlyList<string> OfStages { get; } = [Queues.Script, Queues.Speech, Queues.Video, Queues.Composer];

    public static IReadOnlyList<string> All { get; } = ["gateway", .. OfStages];
}
