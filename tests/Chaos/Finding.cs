namespace Reelsmith.Chaos.Tests;

/// <summary>A promise that was not kept.</summary>
/// <param name="About">The video's id, or the Idempotency-Key.</param>
internal sealed record Finding(Fault Fault, string About);

internal enum Fault
{
    /// <summary>Accepted, and not there.</summary>
    Lost,

    /// <summary>One key, two jobs.</summary>
    Duplicate,

    /// <summary>Neither completed, failed nor cancelled.</summary>
    NotEnded,

    /// <summary>Failed without saying why.</summary>
    NoReason,

    /// <summary>Its log has a gap or none of the first versions.</summary>
    LogBroken,

    /// <summary>Its log tells of the same thing twice, or of two ends.</summary>
    HappenedTwice,

    /// <summary>Its log tells of another end than the API.</summary>
    LogDisagrees,

    /// <summary>Something about it was never sent.</summary>
    LeftInOutbox,

    /// <summary>A client was told of another end, was given another film, or a change that it was told of is not there.</summary>
    Changed,

    /// <summary>A file of a completed video cannot be read, or is not what its hash says.</summary>
    FileBroken,

    /// <summary>Messages lie in a queue that nobody takes from any more.</summary>
    LeftInQueue,

    /// <summary>A client was given an answer that says the service is at fault and not why.</summary>
    WrongAnswer,

    /// <summary>A process ended that nobody had ended.</summary>
    EndedByItself,
}
