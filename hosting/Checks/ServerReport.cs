namespace Reelsmith.Hosting.Checks;

/// <summary>How a server is.</summary>
/// <param name="Server">What it is ("bucket", "broker", "database").</param>
/// <param name="Detail">One sentence.</param>
/// <param name="Fix">One sentence: what to change; null: nothing.</param>
public sealed record ServerReport(string Server, ServerState State, string Detail, string? Fix = null);
