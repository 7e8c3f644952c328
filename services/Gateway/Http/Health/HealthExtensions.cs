using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Health;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Gateway.Http.Health;

internal static class HealthExtensions
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSettings<ReadinessSettings>(ReadinessSettings.Section);
        services.AddSingleton<EngineHealth>().AddSingleton<Readiness>();
        services.AddHealthChecks()
            .AddCheck<StoreCheck>("store", timeout: LongestCheck)
            .AddCheck<DiskCheck>("disk")
            .AddCheck<EngineHealth>("engines", timeout: LongestCheck);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new LivenessAnswer("live"))).WithSummary("Liveness").WithDescription("Answers whenever the process does.");
        health.MapGet("/ready", async (Readiness readiness, HttpContext context) =>
            {
                var answer = HealthAnswer.Of(await readiness.Check(context.RequestAborted));
                context.Response.Headers.CacheControl = "no-store";
                return TypedResults.Json(answer, statusCode: answer.Error is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
            })
            .WithSummary("Readiness").WithDescription("Whether the server can make films: job store, bus, disk and engines.")
            .Produces<HealthAnswer>()
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }
}
