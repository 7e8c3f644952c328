using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Health;
using Reelsmith.Hosting.Listening;
using Reelsmith.Hosting.Settings;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Hosting.Workers;

/// <summary>A process that works for gateways elsewhere: stages on a broker, and where <c>--urls</c> says so, <c>/health</c> and <c>/metrics</c> for whoever watches over it.</summary>
public static class WorkerHost
{
    private static readonly TimeSpan BeyondGrace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MomentLonger = TimeSpan.FromSeconds(1);

    /// <param name="arguments"><c>--config</c>, <c>--urls</c>, and settings such as <c>--Reelsmith:Broker:Url amqp://…</c>.</param>
    /// <param name="stages">Registers the services that do the work.</param>
    /// <param name="workingFolder">Where <c>reelsmith.json</c> is looked for.</param>
    /// <param name="verbose">Whether information is logged, not only warnings and errors; to standard error.</param>
    /// <exception cref="ReelsmithException">The configuration cannot be.</exception>
    public static WebApplication Build(IReadOnlyList<string> arguments, DataFolder data, Action<IServiceCollection> stages, string workingFolder, bool verbose = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "reelsmith", EnvironmentName = Environments.Production, ContentRootPath = workingFolder });
        ConfigurationSources.Add(builder.Configuration, arguments, workingFolder);
        if (builder.Configuration.GetSection(BrokerSettings.Section)[nameof(BrokerSettings.Url)] is null)
        {
            throw ReelsmithException.InvalidInput("broker_missing", "A worker alone has nobody to work for.",
                $"Name the broker that the gateways use with {BrokerSettings.Section}:{nameof(BrokerSettings.Url)}, or leave --role away.");
        }
        var addresses = new ListeningAddresses(builder.Configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [], false);
        builder.Services.AddSingleton(addresses);
        builder.Logging.AddReelsmithLogs(builder.Configuration, verbose);
        if (addresses.Urls.Count > 0) builder.WebHost.UseKestrelCore().UseUrls([.. addresses.Urls]);
        else builder.Services.AddSingleton<IServer, NoServer>();
        stages(builder.Services);
        builder.Services.AddReelsmith(data, builder.Configuration);
        var grace = (builder.Configuration.GetSection(WorkerSettings.Section).Get<WorkerSettings>() ?? new WorkerSettings()).Grace;
        builder.Services.Configure<MassTransitHostOptions>(bus => (bus.StopTimeout, bus.ConsumerStopTimeout) = (grace + (2 * BeyondGrace), grace + MomentLonger));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = grace + (3 * BeyondGrace));
        builder.Services.AddSingleton<EngineHealth>().AddHealthChecks().AddCheck<EngineHealth>("engines");
        builder.AddTelemetry("reelsmith-worker");
        UnknownSettings.Refuse(builder.Configuration, builder.Services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().ToArray());
        var app = builder.Build();
        if (TelemetrySettings.Of(builder.Configuration).Prometheus) app.UseOpenTelemetryPrometheusScrapingEndpoint();
        app.Run(Answer);
        return app;
    }

    /// <summary>Runs a worker until it is told to stop.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Action<IServiceCollection> stages)
    {
        try
        {
            await using var worker = Build(arguments, DataFolder.FromEnvironment(), stages, Directory.GetCurrentDirectory());
            await worker.Open(CancellationToken.None);
            await worker.WaitForShutdownAsync();
            return 0;
        }
        catch (ReelsmithException e)
        {
            await Console.Error.WriteLineAsync($"{e.Failure.Message} {e.Failure.Hint}");
            return e.Failure.Kind == FailureKind.InvalidInput ? 2 : 1;
        }
    }

    private static async Task Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        switch (context.Request.Path.Value)
        {
            case "/health/live":
                await context.Response.WriteAsync("live", context.RequestAborted);
                break;
            case "/health/ready":
                var report = await context.RequestServices.GetRequiredService<HealthCheckService>().CheckHealthAsync(context.RequestAborted);
                if (report.Status == HealthStatus.Unhealthy) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await context.Response.WriteAsJsonAsync(report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString()), context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
