using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Jobs;

/// <summary>A line of a job's log: the event, and what the fold needs that the event only refers to.</summary>
/// <param name="At">When it was appended.</param>
/// <param name="TraceParent">Span of the request that put the job into the line, as a <c>traceparent</c>; null for every other event.</param>
/// <param name="Storyboard">The content of <see cref="ScriptWritten.Storyboard"/>; null for every other event.</param>
internal sealed record JobLogEntry(JobEvent Event, DateTimeOffset At, Storyboard? Storyboard = null, string? TraceParent = null);
