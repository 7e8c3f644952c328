using Microsoft.Extensions.Diagnostics.HealthChecks;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Http.Health;

/// <summary>Whether the server can work: each check, and the error as everywhere when it cannot.</summary>
/// <param name="Status">ready or unready.</param>
/// <param name="Error">Null when it is ready.</param>
public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, CheckAnswer> Checks, ApiError? Error)
{
    internal static HealthAnswer Of(HealthReport report)
    {
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => new CheckAnswer(NameOf(entry.Value.Status), Said(entry.Value)));
        if (report.Status != HealthStatus.Unhealthy) return new HealthAnswer("ready", checks, null);
        var failed = report.Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy).Select(entry => $"{entry.Key}: {Said(entry.Value)}");
        return new HealthAnswer("unready", checks, new ApiError($"The server is not ready. {string.Join(' ', failed)}", "server_error", null, "unready"));
    }

    // What an exception says is for the log.
    private static string? Said(HealthReportEntry entry) => entry.Exception is null ? entry.Description : "The check failed.";

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failed",
    };
}
