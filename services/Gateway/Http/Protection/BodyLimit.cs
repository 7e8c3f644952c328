using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>Refuses bodies longer than <see cref="HttpLimits.BodyBytes"/>. The server itself takes somewhat more and throws it away
/// after the answer: a connection that is closed while the client still sends loses the answer, and the client sees a broken pipe.</summary>
internal sealed class BodyLimit(RequestDelegate next, HttpLimits limits)
{
    /// <summary>How much of a refused body is read and thrown away.</summary>
    public const long ThrownAway = 64 * 1_048_576;

    public async Task Invoke(HttpContext context)
    {
        if (context.Request.ContentLength > limits.BodyBytes) throw TooLarge();
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true) context.Request.Body = new LimitedBody(context.Request.Body, limits.BodyBytes, TooLarge);
        await next(context);
    }

    private RequestBodyException TooLarge() => new RequestBodyException(StatusCodes.Status413PayloadTooLarge, "body_too_large",
        string.Create(CultureInfo.InvariantCulture, $"The body is larger than {limits.BodyBytes:N0} bytes, the most that this server takes."));
}
