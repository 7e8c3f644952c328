using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Reelsmith.Gateway.Http.Requests;

public static class StoppingExtensions
{
    /// <summary>For answers that go on for long, such as events: fires when the client is gone or the server stops.</summary>
    public static CancellationToken WhileWanted(this HttpContext context)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var source = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.RegisterForDispose(source);
        return source.Token;
    }
}
