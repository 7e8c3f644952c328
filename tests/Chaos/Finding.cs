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

    /// <summary>A client was told of another end, or was given another film.</summary>
    Changed,
}
