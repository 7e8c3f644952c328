using System.Net;

namespace Reelsmith.Hosting.Tests.Buckets;

/// <summary>Stands before a server that ignores the conditions of a PUT and keeps them as S3 does, or refuses them as some servers do.</summary>
internal sealed class ConditionalServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new();
    private readonly Uri _server;
    private readonly bool _refuses;

    public ConditionalServer(Uri server, bool refuses = false)
    {
        (_server, _refuses) = (server, refuses);
        Endpoint = new Uri($"http://127.0.0.1:{Reelsmith.Tests.Servers.FreePort.Next()}");
        _listener.Prefixes.Add(Endpoint.AbsoluteUri);
        _listener.Start();
        _ = Serve();
    }

    public Uri Endpoint { get; }

    public void Dispose()
    {
        _listener.Close();
        _http.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true) await Answer(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // closed
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        var (asked, answer) = (context.Request, context.Response);
        using var forwarded = new HttpRequestMessage(new HttpMethod(asked.HttpMethod), new Uri(_server, asked.RawUrl));
        using var body = new MemoryStream();
        await asked.InputStream.CopyToAsync(body);
        if (asked.HasEntityBody) forwarded.Content = new ByteArrayContent(body.ToArray());
        foreach (var name in asked.Headers.AllKeys.Where(name => name is not ("Host" or "Content-Length" or "Connection" or "If-Match" or "If-None-Match")))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name!, asked.Headers[name])) forwarded.Content?.Headers.TryAddWithoutValidation(name!, asked.Headers[name]);
        }
        var status = await Refusal(asked, forwarded);
        if (status is null)
        {
            using var response = await _http.SendAsync(forwarded);
            answer.StatusCode = (int)response.StatusCode;
            if (response.Headers.ETag is { } tag) answer.Headers["ETag"] = tag.ToString();
            if (response.Content.Headers.LastModified is { } time) answer.Headers["Last-Modified"] = time.ToString("R");
            var content = await response.Content.ReadAsByteArrayAsync();
            answer.ContentLength64 = asked.HttpMethod == "HEAD" ? response.Content.Headers.ContentLength ?? 0 : content.Length;
            if (asked.HttpMethod != "HEAD") await answer.OutputStream.WriteAsync(content);
        }
        else
        {
            answer.StatusCode = (int)status.Value.Status;
            await answer.OutputStream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"<Error><Code>{status.Value.Code}</Code><Message>No.</Message></Error>"));
        }
        answer.Close();
    }

    private async Task<(HttpStatusCode Status, string Code)?> Refusal(HttpListenerRequest asked, HttpRequestMessage forwarded)
    {
        if (asked.HttpMethod != "PUT" || (asked.Headers["If-None-Match"] ?? asked.Headers["If-Match"]) is null) return null;
        if (_refuses) return (HttpStatusCode.NotImplemented, "NotImplemented");
        using var there = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, forwarded.RequestUri));
        var kept = asked.Headers["If-None-Match"] is not null ? there.StatusCode == HttpStatusCode.NotFound : there.Headers.ETag?.ToString() == asked.Headers["If-Match"];
        return kept ? null : (HttpStatusCode.PreconditionFailed, "PreconditionFailed");
    }
}
