using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Reelsmith.Hosting.Telemetry;

public static class LogExtensions
{
    /// <summary>Logs to standard error, as <see cref="TelemetrySettings"/> says.</summary>
    /// <param name="verbose">Whether information is logged where no level is configured.</param>
    public static ILoggingBuilder AddReelsmithLogs(this ILoggingBuilder logging, IConfiguration configuration, bool verbose)
    {
        var settings = TelemetrySettings.Of(configuration);
        if (settings.LogFormat == LogFormat.Json) logging.AddConsole(console => console.FormatterName = JsonLines.FormatterName).AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        else logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(settings.LogLevel ?? (verbose ? LogLevel.Information : LogLevel.Warning));
        return logging;
    }
}
