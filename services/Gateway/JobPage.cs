namespace Reelsmith.Gateway;

/// <summary>Some jobs of a list.</summary>
/// <param name="HasMore">Whether the list goes on after them.</param>
public sealed record JobPage(IReadOnlyList<JobView> Jobs, bool HasMore);
