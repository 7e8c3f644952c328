using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>Sets <see cref="HttpLimits"/>, and the limits that nobody needs to change, where the server looks for them.</summary>
internal sealed class KestrelLimits(HttpLimits limits) : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<FormOptions>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestLineSize = 8 * 1_024;
        options.Limits.MaxRequestHeadersTotalSize = 16 * 1_024;
        options.Limits.MaxRequestHeaderCount = 64;
        options.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        options.Limits.KeepAliveTimeout = limits.KeepAlive;
        options.Limits.MinRequestBodyDataRate = new MinDataRate(limits.SlowestBytesPerSecond, Grace);
        options.Limits.MinResponseDataRate = new MinDataRate(limits.SlowestBytesPerSecond, Grace);
        options.Limits.MaxRequestBodySize = limits.BodyBytes + BodyLimit.ThrownAway;
        options.Limits.MaxConcurrentConnections = limits.Connections;
        options.Limits.MaxConcurrentUpgradedConnections = 0;
    }

    public void Configure(FormOptions options)
    {
        options.MultipartBodyLengthLimit = long.MaxValue; // BodyLimit counts
        options.ValueLengthLimit = (int)Math.Min(limits.BodyBytes, int.MaxValue);
        options.ValueCountLimit = 128;
        options.KeyLengthLimit = 256;
        options.MultipartHeadersCountLimit = 16;
    }
}
