using System.Globalization;
using Microsoft.AspNetCore.Http;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>An answer that is not a success: its status and its one shape of body.</summary>
internal sealed record ErrorResponse(int Status, string Code, string Message, string? Param = null)
{
    private const int RetryAfterSeconds = 2;

    public string Type => Status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status404NotFound => "not_found_error",
        StatusCodes.Status409Conflict => "conflict_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    public static ErrorResponse Of(ReelsmithException e, string requestId) => e.Failure.Kind switch
    {
        FailureKind.InvalidInput => Said(StatusCodes.Status400BadRequest, e),
        FailureKind.NotFound => Said(StatusCodes.Status404NotFound, e),
        FailureKind.Conflict => Said(StatusCodes.Status409Conflict, e),
        FailureKind.Busy => Said(StatusCodes.Status429TooManyRequests, e),
        FailureKind.Unavailable or FailureKind.Transient => Said(StatusCodes.Status503ServiceUnavailable, e),
        _ => Internal(requestId),
    };

    /// <summary>A fault of Reelsmith's own: the details are in the log alone.</summary>
    public static ErrorResponse Internal(string requestId) => new(StatusCodes.Status500InternalServerError, "internal",
        $"Something went wrong in Reelsmith. If it happens again, please report it; the log has the details under {requestId}.");

    public async Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        // The SDKs retry every 409 unless they are told not to.
        if (Status == StatusCodes.Status409Conflict) context.Response.Headers["x-should-retry"] = "false";
        if (Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }
        context.Response.Headers.CacheControl = "no-store";
        // Stops without an exception when the client is gone, which it does not when it is given a token.
        await context.Response.WriteAsJsonAsync(new ErrorAnswer(new ApiError(Message, Type, Param, Code)), ApiJson.Options, CancellationToken.None);
    }

    private static ErrorResponse Said(int status, ReelsmithException e) => new(status, e.Failure.Code, $"{e.Failure.Message} {e.Failure.Hint}", ErrorParam.Of(e));
}
