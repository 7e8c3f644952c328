using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Http.Requests;

/// <summary>When the server stops, answers that go on get a moment to end; then their connections are closed, so that no slow client keeps a server alive.</summary>
internal sealed class StopGrace : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly RequestDelegate _next;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenRegistration _registration;

    public StopGrace(RequestDelegate next, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        (_next, _stopping, _over) = (next, lifetime.ApplicationStopping, new CancellationTokenSource(Timeout.InfiniteTimeSpan, time));
        _registration = _stopping.Register(() => _over.CancelAfter(Grace));
    }

    public async Task Invoke(HttpContext context)
    {
        await using var abort = _over.Token.UnsafeRegister(static request => ((HttpContext)request!).Abort(), context);
        try
        {
            await _next(context);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted) throw ReelsmithException.Unavailable("stopping", "The server is stopping.", "Send the request again in a moment.");
            context.Abort(); // what was left of the answer is not coming
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _over.Dispose();
    }
}
