namespace Reelsmith.Hosting.Telemetry;

/// <summary>How logs are written to standard error.</summary>
public enum LogFormat
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A JSON object a line.</summary>
    Json,
}
