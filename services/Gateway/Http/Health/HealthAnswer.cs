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
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => new CheckAnswer(NameOf(entry.Value.Status), entry.Value.Description));
        if (report.Status != HealthStatus.Unhealthy) return new HealthAnswer("ready", checks, null);
        var failed = report.Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy).Select(entry => entry.Value.Description ?? $"The check {entry.Key} failed.");
        return new HealthAnswer("unready", checks, new ApiError($"The server is not ready. {string.Join(' ', failed)}", "server_error", null, "unready"));
    }

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failed",
    };
}
