using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>Sets <see cref="HttpLimits"/>, and the limits that nobody needs to change, where the server looks for them.</summary>
internal sealed class KestrelLimits(HttpLimits limits) : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<FormOptions>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        // Any byte can be read: what is wrong with a header is said by whoever reads it. But a length that is read as text may be no longer than a number is.
        options.RequestHeaderEncodingSelector = name => string.Equals(name, HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase) ? null : Encoding.Latin1;
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
