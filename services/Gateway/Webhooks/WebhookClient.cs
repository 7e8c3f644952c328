using Reelsmith.Gateway.Outgoing;
using System.Net.Http.Headers;
using System.Text;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>Sends an event, once.</summary>
internal sealed class WebhookClient(PublicAddressesOnly addresses, TimeProvider time) : IDisposable
{
    /// <summary>From the resolving of the name to the end of the answer.</summary>
    public static TimeSpan LongestAnswer { get; } = TimeSpan.FromSeconds(15);

    private const int MostRead = 64 * 1024;

    private readonly HttpClient _http = new(addresses.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <param name="keys">What it is signed with; a receiver needs to know one of them.</param>
    public async Task<WebhookAnswer> Send(WebhookDelivery delivery, IReadOnlyList<byte[]> keys, CancellationToken cancellationToken)
    {
        var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
        using var timeOut = new CancellationTokenSource(LongestAnswer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, cancellationToken);
        int? status = null;
        string? error = null;
        try
        {
            using var request = RequestOf(delivery, keys, at);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            status = (int)response.StatusCode;
            await ReadSome(response, either.Token);
        }
        catch (Exception e) when (status is not null && e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status is the answer. Whatever follows is read only so that the receiver can end what it is at.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            error = $"There was no answer within {LongestAnswer.TotalSeconds} seconds.";
        }
        catch (HttpRequestException e)
        {
            error = Sentence(e);
        }
        return new WebhookAnswer(at, status, error, time.GetElapsedTime(started));
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(WebhookDelivery delivery, IReadOnlyList<byte[]> keys, DateTimeOffset at)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Reelsmith", null));
        request.Headers.Add(WebhookSignature.IdHeader, delivery.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Timestamp(at));
        request.Headers.Add(WebhookSignature.SignatureHeader, string.Join(' ', keys.Select(key => WebhookSignature.Sign(key, delivery.Id, at, delivery.Body))));
        return request;
    }

    private static async Task ReadSome(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[8 * 1024];
        for (var read = 0; read < MostRead;)
        {
            var more = await body.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, MostRead - read)), cancellationToken);
            if (more == 0) return;
            read += more;
        }
    }

    private static string Sentence(HttpRequestException e) => e.InnerException is PrivateAddressException refused ? refused.Message : e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "The host's name is not known.",
        HttpRequestError.ConnectionError => "The host could not be connected to.",
        HttpRequestError.SecureConnectionError => "There is no secure connection: the certificate is not trusted, or TLS is not spoken there.",
        HttpRequestError.ResponseEnded => "The connection was closed before an answer.",
        _ => "The answer is not one of HTTP.",
    };
}
