using Reelsmith.Contracts;

namespace Reelsmith.Chaos.Tests;

/// <summary>A job as it is found in the end.</summary>
/// <param name="Key">The Idempotency-Key that its prompt names.</param>
/// <param name="Status">As the API says it; null when it knows of no such video.</param>
/// <param name="Error">As the API says it: its code and its message.</param>
/// <param name="Log">What is stored of its events, with their versions.</param>
/// <param name="InOutbox">Messages about it that were never sent.</param>
internal sealed record StoredJob(string Key, string Id, string? Status, (string Code, string Message)? Error, string? Film, IReadOnlyList<(int Version, JobEvent Event)> Log, int InOutbox);
