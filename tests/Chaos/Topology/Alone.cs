namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>Tests that need the whole machine.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
