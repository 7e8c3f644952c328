using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Tests.Webhooks;

/// <summary>Somebody's server that takes webhooks, on this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private int _count;

    private Receiver(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>How many requests have come so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <param name="answer">Called after the request is read; the answer is 200 without a body unless it says something else.</param>
    public static async Task<Receiver> Start(Func<HttpContext, int, Task>? answer = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var number = Interlocked.Increment(ref receiver._count);
            receiver._received.Writer.TryWrite(new Received($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", headers, body));
            if (answer is not null) await answer(context, number);
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Answers each request with the next of these; the last goes on.</summary>
    public static Task<Receiver> Start(params int[] statuses) => Start((context, number) =>
    {
        context.Response.StatusCode = statuses[Math.Min(number, statuses.Length) - 1];
        return Task.CompletedTask;
    });

    /// <summary>The next request that has not been looked at.</summary>
    public async Task<Received> Next() => await _received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
