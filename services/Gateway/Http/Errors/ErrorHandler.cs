using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>Turns whatever an endpoint throws into an answer. Only Reelsmith's own faults reach the log as errors.</summary>
internal sealed class ErrorHandler(GatewayStore store, ILogger<ErrorHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            BadHttpRequestException bad => BadRequests.Of(bad),
            ReelsmithException known => ErrorResponse.Of(known, context.TraceIdentifier),
            DbException or DbUpdateException when store.Explain(exception) is { } outage => ErrorResponse.Of(outage, context.TraceIdentifier),
            _ => ErrorResponse.Internal(context.TraceIdentifier),
        };
        var (method, path) = (context.Request.Method, context.Request.Path.ToUriComponent());
        if (answer.Status == StatusCodes.Status500InternalServerError)
        {
            log.LogError(exception, "{Method} {Path} failed ({RequestId})", method, path, context.TraceIdentifier);
        }
        else if (answer.Status > StatusCodes.Status500InternalServerError)
        {
            log.LogWarning("{Method} {Path} answered {Status} {Code}: {Message} ({RequestId})", method, path, answer.Status, answer.Code, answer.Message, context.TraceIdentifier);
        }
        await answer.Write(context);
        return true;
    }
}
