using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Http.Protection;

namespace Reelsmith.Gateway.Keys;

/// <summary>Lets nobody past without a good key where keys are required, except to endpoints marked with <c>AllowAnonymous</c>.
/// An address that keeps coming with wrong keys is told to wait; good keys from the same address go on working.</summary>
internal sealed class KeyGate : IDisposable
{
    private const string Scheme = "Bearer ";
    private const string Command = "whoever runs the server makes one with `reelsmith keys add NAME`";

    private readonly RequestDelegate _next;
    private readonly KeyPolicy _policy;
    private readonly KeyRing _ring;
    private readonly PartitionedRateLimiter<IPAddress> _wrongKeys;

    public KeyGate(RequestDelegate next, KeyPolicy policy, KeyRing ring, RateLimitSettings limits)
    {
        (_next, _policy, _ring) = (next, policy, ring);
        _wrongKeys = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(NetworkOf(address),
            _ => RateLimits.Bucket(limits.WrongKeysPerMinute, limits.WrongKeysPerMinute)));
    }

    public async Task Invoke(HttpContext context)
    {
        if (!_policy.Required || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await _next(context);
            return;
        }
        var secret = SecretOf(context.Request);
        if (secret is not null && await _ring.Find(secret, context.RequestAborted) is { } caller)
        {
            context.Features.Set(caller);
            await _next(context);
            return;
        }
        using var lease = WrongKey(context.Connection.RemoteIpAddress ?? IPAddress.Loopback, secret is null);
        if (!lease.IsAcquired)
        {
            await RateLimits.TooMany(context, lease, "wrong_keys", "Too many requests with a wrong API key came from this address.");
            return;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await (secret is null
            ? new ErrorResponse(StatusCodes.Status401Unauthorized, "key_missing", $"This server needs an API key: send it as `Authorization: Bearer rsk_…`; {Command}.")
            : new ErrorResponse(StatusCodes.Status401Unauthorized, "key_wrong", $"This API key is not known here or has been revoked; {Command}.")).Write(context);
    }

    public void Dispose() => _wrongKeys.Dispose();

    // A request without a key is no guess and costs nothing while guesses are left. Asking for 0 permits would not do once none are:
    // the limiter grants 0 of a fraction of a token.
    private RateLimitLease WrongKey(IPAddress address, bool missing)
    {
        var free = missing && _wrongKeys.GetStatistics(address) is { CurrentAvailablePermits: >= 1 };
        return _wrongKeys.AttemptAcquire(address, free ? 0 : 1);
    }

    private static string? SecretOf(HttpRequest request) => request.Headers.Authorization is [{ } sent] && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : null;

    // Whoever has an IPv6 address has the 2^64 of its network.
    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
