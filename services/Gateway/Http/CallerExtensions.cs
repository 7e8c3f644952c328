using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Http;

public static class CallerExtensions
{
    /// <summary>Who sends this request. Endpoints that need no key have no other caller than <see cref="Http.Caller.Local"/>.</summary>
    public static Caller Caller(this HttpContext context) => context.Features.Get<Caller>() ?? Http.Caller.Local;
}
