using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reelsmith.Gateway.Http.Requests;

/// <summary>Gives every request an id, the client's own where it sent a sane one, and every answer the header <c>x-request-id</c>; logs one line a request.</summary>
internal sealed partial class RequestIds(RequestDelegate next, TimeProvider time, ILogger<RequestIds> log)
{
    private const string Header = "x-request-id";

    public async Task Invoke(HttpContext context)
    {
        var started = time.GetTimestamp();
        var sent = context.Request.Headers[Header];
        var id = sent.Count == 1 && Sane().IsMatch(sent[0]!) ? sent[0]! : $"req_{Guid.CreateVersion7(time.GetUtcNow()):N}";
        context.TraceIdentifier = id;
        // Set last of all: the answer to an exception starts from empty headers.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        using var scope = log.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", id) });
        try
        {
            await next(context);
        }
        finally
        {
            log.LogInformation("{Method} {Path} answered {Status} in {Milliseconds:0.0} ms ({RequestId})", context.Request.Method, context.Request.Path.ToUriComponent(),
                context.Response.StatusCode, time.GetElapsedTime(started).TotalMilliseconds, id);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z")]
    private static partial Regex Sane();
}
