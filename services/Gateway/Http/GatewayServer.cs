using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Engines;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Http.Health;
using Reelsmith.Gateway.Http.OpenApi;
using Reelsmith.Gateway.Http.Protection;
using Reelsmith.Gateway.Http.Requests;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Load;
using Reelsmith.Gateway.Mcp;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Telemetry;
using Reelsmith.Gateway.Videos;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Listening;
using Reelsmith.Hosting.Settings;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Http;

/// <summary>The gateway as a web server: jobs over HTTP, with whatever stages are given in the same process.</summary>
public static class GatewayServer
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestBusStop = TimeSpan.FromSeconds(15);

    /// <param name="arguments"><c>--urls</c>, <c>--config</c>, <c>--require-keys</c>, and settings such as <c>--Reelsmith:Jobs:Running 4</c>.</param>
    /// <param name="stages">Registers the services that do the work.</param>
    /// <param name="workingFolder">Where <c>reelsmith.json</c> is looked for.</param>
    /// <param name="verbose">Whether information is logged, not only warnings and errors; to standard error.</param>
    /// <exception cref="ReelsmithException">The configuration cannot be.</exception>
    public static WebApplication Build(IReadOnlyList<string> arguments, DataFolder data, Action<IServiceCollection> stages, string workingFolder, bool verbose = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Reelsmith.Gateway", EnvironmentName = Environments.Production, ContentRootPath = workingFolder });
        ConfigurationSources.Add(builder.Configuration, arguments, workingFolder);
        var addresses = ListeningAddresses.Of(builder.Configuration);
        AddLogging(builder, verbose);
        builder.WebHost.UseKestrel((context, kestrel) => kestrel.Configure(context.Configuration.GetSection("Kestrel"), reloadOnChange: false));
        if (!addresses.ByKestrelSection) builder.WebHost.UseUrls([.. addresses.Urls]);
        builder.Services.AddSingleton(addresses);
        SharedServers.Check(builder.Configuration);
        AddShell(builder.Services);
        builder.Services.AddGatewayService(serves: true);
        stages(builder.Services);
        builder.Services.AddReelsmith(data, builder.Configuration);
        builder.AddTelemetry("reelsmith-gateway");
        // Stages let go at once when the process stops: what they were at is unfinished and taken up at the next start.
        builder.Services.Configure<MassTransitHostOptions>(bus => (bus.StopTimeout, bus.ConsumerStopTimeout) = (LongestBusStop, TimeSpan.FromMilliseconds(1)));
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (LongestStop, true));
        UnknownSettings.Refuse(builder.Configuration, builder.Services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().ToArray());
        try
        {
            var app = builder.Build();
            Use(app);
            Map(app);
            return app;
        }
        catch (Exception e) when (StartFailures.Of(e, addresses) is { } failure)
        {
            throw failure;
        }
    }

    private static void AddLogging(WebApplicationBuilder builder, bool verbose)
    {
        var logging = builder.Logging.AddReelsmithLogs(builder.Configuration, verbose);
        // One line a request is enough, and RequestIds writes it.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Why it could not start is said in a sentence; that a background service failed is critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    private static void AddShell(IServiceCollection services)
    {
        services.AddSettings<ServerSettings>(ServerSettings.Section);
        services.AddSettings<HttpLimits>(HttpLimits.Section);
        services.AddSettings<CorsSettings>(CorsSettings.Section);
        services.AddSettings<ProxySettings>(ProxySettings.Section);
        services.AddSettings<RateLimitSettings>(RateLimitSettings.Section);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>().AddSingleton<IConfigureOptions<FormOptions>, KestrelLimits>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>().AddRateLimiter();
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.AddRouting().AddCors().AddErrors().AddHealth().AddDocuments();
        services.AddOutgoing().AddKeys().AddVideos().AddEngines().AddWebhooks().AddMcp();
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedAddresses();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseErrors();
        app.UseMiddleware<StopGrace>();
        app.UseMiddleware<LoopbackGuard>();
        app.UseMiddleware<BodyLimit>();
        app.UseRouting();
        app.UseAllowedOrigins();
        app.UseMiddleware<KeyGate>();
        app.UseRateLimiter();
    }

    private static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapDocuments();
        app.MapVideos();
        app.MapEngines();
        app.MapLoad();
        app.MapMetrics();
        app.MapWebhooks();
        app.MapMcp();
    }
}
