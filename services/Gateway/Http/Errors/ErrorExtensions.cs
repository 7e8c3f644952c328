using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>One shape for everything that is not a success.</summary>
internal static class ErrorExtensions
{
    public static IServiceCollection AddErrors(this IServiceCollection services)
    {
        services.AddExceptionHandler<ErrorHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return services;
    }

    public static IApplicationBuilder UseErrors(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask })
        .UseStatusCodePages(context => BadRequests.OfStatus(context.HttpContext.Response.StatusCode).Write(context.HttpContext));
}
