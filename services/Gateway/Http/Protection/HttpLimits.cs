using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>What a client may take up. Configuration section <c>Reelsmith:Http</c>.</summary>
public sealed class HttpLimits
{
    public const string Section = "Reelsmith:Http";

    /// <summary>Longest body, in bytes.</summary>
    [Range(1_024, 1_073_741_824)]
    public long BodyBytes { get; set; } = 16 * 1_048_576;

    /// <summary>Connections at once; one that goes beyond is closed at once.</summary>
    [Range(1, 1_000_000)]
    public long Connections { get; set; } = 4_000;

    /// <summary>How long a client may take to send the headers of a request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may be idle between requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Slowest rate at which a body may come and an answer may be taken, in bytes a second, after a grace of 5 s.</summary>
    [Range(1, 1_000_000)]
    public double SlowestBytesPerSecond { get; set; } = 240;
}
