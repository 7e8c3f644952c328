using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.Http.Protection;

internal static class CorsExtensions
{
    private static readonly TimeSpan Preflight = TimeSpan.FromHours(1);

    /// <summary>Lets the web pages of the allowed origins read answers; without any, no CORS header is ever sent.</summary>
    public static void UseAllowedOrigins(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<CorsSettings>();
        if (settings.Origins.Count == 0) return;
        app.UseCors(policy => policy.WithOrigins([.. settings.Origins]).AllowAnyHeader().AllowAnyMethod().SetPreflightMaxAge(Preflight)
            .WithExposedHeaders("x-request-id", "retry-after", "x-should-retry", "openai-poll-after-ms", "content-disposition", "content-range", "accept-ranges", "etag"));
    }
}
