using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Consumers;

/// <summary>Every worker that took a command ended without an answer.</summary>
internal sealed class WorkersDiedException() : Exception("Every worker that took this piece of work ended without an answer.")
{
    public static Failure Failure { get; } = new(FailureKind.Internal, "workers_died", "Every worker that took this piece of work ended without an answer.",
        "See the workers' logs: they ran out of memory, or this scene brings them down. Then try the video again.");
}
