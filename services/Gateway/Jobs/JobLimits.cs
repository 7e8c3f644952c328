using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Jobs;

/// <summary>How much is worked on and kept waiting at once. Configuration section <c>Reelsmith:Jobs</c>.</summary>
public sealed class JobLimits
{
    public const string Section = "Reelsmith:Jobs";

    /// <summary>Jobs whose stages work at the same time. Scenes of one job are made side by side already; a second job fills the gaps.
    /// Null: two in one process; where a broker is shared, what its workers can take.</summary>
    [Range(1, 10_000)]
    public int? Running { get; set; }

    /// <summary>Where a broker is shared: how long nothing may be heard of a job's work, while no command of it waits, before what is outstanding is sent again.
    /// Longer than workers keep silent (<c>Reelsmith:Worker:LongestDelivery</c>).</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Jobs of one caller that wait or run.</summary>
    [Range(1, 1_000_000)]
    public int PerCaller { get; set; } = 100;

    /// <summary>Jobs that wait in all.</summary>
    [Range(1, 10_000_000)]
    public int Waiting { get; set; } = 10_000;

    /// <summary>How long the same request of the same caller, without an Idempotency-Key, is taken for the same submission sent again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RepeatWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an Idempotency-Key is remembered.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan KeyWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long an ended job and its film are kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "36500.00:00:00")]
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);
}
