using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Http.Health;

/// <summary>When the server says that it is ready. Configuration section <c>Reelsmith:Health</c>.</summary>
public sealed class ReadinessSettings
{
    public const string Section = "Reelsmith:Health";

    /// <summary>Least free disk under the data folder, in megabytes.</summary>
    [Range(0, 1_000_000_000)]
    public long FreeDiskMegabytes { get; set; } = 500;
}
