namespace Reelsmith.Contracts;

/// <summary>Jobs have come to new versions. Published by the gateway that wrote them to every gateway, for whoever watches; lost without harm.</summary>
public sealed record JobsChanged(IReadOnlyList<JobVersion> Jobs);
