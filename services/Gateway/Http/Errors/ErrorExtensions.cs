using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

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
        .UseStatusCodePages(context => BadRequests.OfStatus(context.HttpContext.Response.StatusCode).Write(context.HttpContext))
        .Use(next => async context =>
        {
            await next(context);
            // A range that a file does not have is answered as an empty file.
            if (context.Response is not { HasStarted: false, StatusCode: StatusCodes.Status416RangeNotSatisfiable } response) return;
            (response.ContentType, response.ContentLength) = (null, null);
            response.Headers.Remove(HeaderNames.ContentDisposition);
        });
}
