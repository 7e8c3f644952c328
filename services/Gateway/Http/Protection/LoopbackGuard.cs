using System.Net;
using Microsoft.AspNetCore.Http;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Keys;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>While keys are off, the only protection is that nobody but this machine can connect; but the browser on it opens pages of strangers.
/// A page whose name was pointed at this machine (DNS rebinding) is told by its Host header, a form sent from another page by Origin or Sec-Fetch-Site.</summary>
internal sealed class LoopbackGuard(RequestDelegate next, KeyPolicy keys, CorsSettings cors)
{
    public Task Invoke(HttpContext context)
    {
        if (keys.Required) return next(context);
        if (!IsLocal(context.Connection.LocalIpAddress))
        {
            return Refuse(context, "address_not_local", "Without API keys only this machine is served. Start the server with --require-keys.");
        }
        if (!IsLocalName(context.Request.Host))
        {
            return Refuse(context, "host_not_local", $"The Host header says \"{context.Request.Host}\", but without API keys this server is for localhost alone. Start it with --require-keys to serve it under another name.");
        }
        return IsSafe(context.Request.Method) || IsOwnPage(context.Request) ? next(context) : Refuse(context, "origin_refused",
            "This request was sent by a web page of another origin. Add that origin to Reelsmith:Cors:Origins if it is yours.");
    }

    private static Task Refuse(HttpContext context, string code, string message) => new ErrorResponse(StatusCodes.Status403Forbidden, code, message).Write(context);

    // Null for Unix sockets.
    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    // HTTP/1.0 may have no Host; browsers always send one.
    private static bool IsLocalName(HostString host) => !host.HasValue
        || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Programs send neither header.
    private bool IsOwnPage(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 1 && cors.Allows(origin[0]!)) return true;
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0) return site.All(value => value is "same-origin" or "none");
        return origin.Count == 0 || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
