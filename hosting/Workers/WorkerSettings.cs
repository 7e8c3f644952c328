using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Hosting.Workers;

/// <summary>How a worker goes. Configuration section <c>Reelsmith:Worker</c>.</summary>
public sealed class WorkerSettings
{
    public const string Section = "Reelsmith:Worker";

    /// <summary>How long a worker that is told to stop goes on with what it is at; what is not done by then is handed back to the broker.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long a delivery of the broker stays unacknowledged. Work that takes longer goes on, and tells so.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:25:00")]
    public TimeSpan LongestDelivery { get; set; } = TimeSpan.FromMinutes(10);
}
