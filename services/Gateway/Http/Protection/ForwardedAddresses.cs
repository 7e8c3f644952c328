using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.Http.Protection;

internal static class ForwardedAddresses
{
    /// <summary>Behind load balancers a client's address is the last in <c>X-Forwarded-For</c> that is not one of theirs: limits by address would
    /// otherwise be one limit for everybody.</summary>
    public static void UseForwardedAddresses(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<ProxySettings>();
        if (proxies.Networks.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        app.UseForwardedHeaders(options);
    }
}
