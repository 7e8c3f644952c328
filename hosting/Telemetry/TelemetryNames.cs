namespace Reelsmith.Hosting.Telemetry;

/// <summary>How Reelsmith's own telemetry is named, after OpenTelemetry's naming rules.</summary>
public static class TelemetryNames
{
    /// <summary>The meter, and the source of spans.</summary>
    public const string Reelsmith = "Reelsmith";

    public const string JobId = "reelsmith.job.id";
    public const string Stage = "reelsmith.stage";
    public const string Scene = "reelsmith.scene";
    public const string Engine = "reelsmith.engine";

    /// <summary>Whether a result was found and nothing had to be made.</summary>
    public const string Cached = "reelsmith.cached";

    /// <summary>How something ended, or what it is at.</summary>
    public const string Outcome = "reelsmith.outcome";
    public const string State = "reelsmith.state";

    /// <summary>The code of a failure (semantic conventions, attributes registry).</summary>
    public const string ErrorType = "error.type";
}
