using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Reelsmith.Chaos.Tests;

/// <summary>A client that never gives up: whatever gets no answer is sent again, to the process that lives then.</summary>
internal sealed class StormClient(MortalServer server, Ledger ledger) : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Submits the job, gives it up where that is wanted, and waits for its end.</summary>
    public async Task Make(StormJob job, CancellationToken cancellationToken)
    {
        var id = await Submit(job.Key, job.Prompt, cancellationToken);
        if (job.SubmittedTwice) await Submit(job.Key, job.Prompt, cancellationToken);
        if (job.Cancelled is { } after)
        {
            await Task.Delay(after, cancellationToken);
            if (CodeOf(await Send(() => new HttpRequestMessage(HttpMethod.Post, $"/v1/videos/{id}/cancel"), cancellationToken)) == "cancelled") ledger.Write(new LedgerLine(job.Key, id, Told.Cancelled));
        }
        while (true)
        {
            var video = await Look(id, cancellationToken);
            if (video is not { } found) return; // lost
            if (StatusOf(found) == "completed") ledger.Write(new LedgerLine(job.Key, id, Told.Completed, await Film(id, cancellationToken)));
            if (StatusOf(found) is "completed" or "failed") return;
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <returns>The video's id.</returns>
    public async Task<string> Submit(string key, string prompt, CancellationToken cancellationToken)
    {
        var video = await Send(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos") { Content = JsonContent.Create(new { prompt, seed = 7 }) };
            request.Headers.Add("Idempotency-Key", key);
            return request;
        }, cancellationToken);
        var id = video!.Value.GetProperty("id").GetString()!;
        ledger.Write(new LedgerLine(key, id, Told.Accepted));
        return id;
    }

    /// <returns>Null when there is no such video.</returns>
    public Task<JsonElement?> Look(string id, CancellationToken cancellationToken) => Send(() => new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}"), cancellationToken);

    /// <summary>All videos, by pages.</summary>
    public async Task<IReadOnlyList<JsonElement>> All(CancellationToken cancellationToken)
    {
        var videos = new List<JsonElement>();
        var after = "";
        while (true)
        {
            var page = (await Send(() => new HttpRequestMessage(HttpMethod.Get, $"/v1/videos?order=asc&limit=100&after={after}"), cancellationToken))!.Value;
            videos.AddRange(page.GetProperty("data").EnumerateArray());
            if (!page.GetProperty("has_more").GetBoolean()) return videos;
            after = page.GetProperty("last_id").GetString();
        }
    }

    /// <summary>The ETag of a file of a completed video.</summary>
    public async Task<string> Film(string id, CancellationToken cancellationToken, string variant = "video")
    {
        using var answer = await Answer(() => new HttpRequestMessage(HttpMethod.Head, $"/v1/videos/{id}/content?variant={variant}"), cancellationToken);
        return answer.Headers.ETag!.Tag;
    }

    public void Dispose() => _http.Dispose();

    public static string StatusOf(JsonElement video) => video.GetProperty("status").GetString()!;

    public static (string Code, string Message)? ErrorOf(JsonElement video) =>
        video.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? (error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!) : null;

    private static string? CodeOf(JsonElement? video) => video is { } found ? ErrorOf(found)?.Code : null;

    private async Task<JsonElement?> Send(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        using var answer = await Answer(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private async Task<HttpResponseMessage> Answer(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var sent = request();
                sent.RequestUri = new Uri(await server.Address.WaitAsync(cancellationToken), sent.RequestUri!.OriginalString);
                var answer = await _http.SendAsync(sent, cancellationToken);
                if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound) return answer;
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                {
                    throw new InvalidOperationException($"{sent.Method} {sent.RequestUri} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                }
                answer.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // killed, or not there yet
            }
            await Task.Delay(BetweenTries, cancellationToken);
        }
    }
}
