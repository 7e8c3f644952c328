using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>Headers that keep a browser from taking an answer for something else than it is.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string NothingElse = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (headers.ContentSecurityPolicy.Count == 0 && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            {
                headers.ContentSecurityPolicy = NothingElse;
            }
            return Task.CompletedTask;
        });
        return next(context);
    }
}
