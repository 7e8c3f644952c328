using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Hosting;

namespace Reelsmith.Cli.Hosting;

/// <summary>Builds the one process that holds everything a command needs.</summary>
internal static class ReelsmithHost
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    /// <param name="services">What the command needs beyond artifacts and bus.</param>
    /// <param name="verbose">Whether logs go to standard error; otherwise there are none.</param>
    /// <param name="configuration">Names servers that processes share; null: everything is in this one.</param>
    public static IHost Build(DataFolder data, Action<IServiceCollection> services, bool verbose, IConfiguration? configuration = null)
    {
        // No configuration files, no environment probing, no log providers: a command must be at work a moment after it is typed.
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ApplicationName = "reelsmith" });
        if (verbose)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            builder.Logging.SetMinimumLevel(LogLevel.Information);
        }
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        if (configuration is not null) builder.Configuration.AddConfiguration(configuration);
        services(builder.Services);
        builder.Services.AddReelsmith(data, configuration);
        return builder.Build();
    }
}
