using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>How fast one caller may submit. Configuration section <c>Reelsmith:RateLimits</c>. While keys are off the queue is the only limit.</summary>
public sealed class RateLimitSettings
{
    public const string Section = "Reelsmith:RateLimits";

    /// <summary>Submissions a minute, in the long run.</summary>
    [Range(1, 1_000_000)]
    public int SubmissionsPerMinute { get; set; } = 60;

    /// <summary>Submissions at once, after a pause.</summary>
    [Range(1, 1_000_000)]
    public int SubmissionsAtOnce { get; set; } = 30;

    /// <summary>Requests with a wrong key a minute, of one address; beyond them it is answered 429.</summary>
    [Range(1, 1_000_000)]
    public int WrongKeysPerMinute { get; set; } = 30;
}
