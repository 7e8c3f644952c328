using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Retention;

/// <summary>When what is no longer wanted goes. Configuration section <c>Reelsmith:Retention</c>; how long jobs are kept is
/// <see cref="Jobs.JobLimits.Kept"/>.</summary>
public sealed class RetentionSettings
{
    public const string Section = "Reelsmith:Retention";

    /// <summary>How often expired jobs and unreferenced files are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long stored results that no job has used are kept for jobs to come.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "36500.00:00:00")]
    public TimeSpan ResultsKept { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Files younger than this are never touched, and what is set aside stays so long before it is deleted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(1);
}
