using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Reelsmith.Chaos.Tests;

/// <summary>A client that never gives up: whatever gets no answer is sent again, to the process that lives then.</summary>
/// <param name="address">Where a gateway listens now.</param>
internal sealed class StormClient(Func<Task<Uri>> address, Ledger ledger) : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20), LongestBetweenTries = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100), LongestBetweenLooks = TimeSpan.FromSeconds(1);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

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
        if (job.Change == Change.EditedWhileMade && await Until(id, video => StatusOf(video) == "failed" || video.GetProperty("storyboard_ready").GetBoolean(), cancellationToken) is not null) await Edit(job, id, cancellationToken);
        var status = await End(job, id, cancellationToken);
        if (job.Change == Change.EditedAfterwards && status == "completed") await Edit(job, id, cancellationToken);
        else if (job.Change == Change.TriedAgain && status == "failed") await Revise(job, id, () => new HttpRequestMessage(HttpMethod.Post, $"/v1/videos/{id}/retry"), cancellationToken);
        else return;
        await End(job, id, cancellationToken);
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
    /// <returns>Null when there is no such file, or not yet.</returns>
    public async Task<string?> Film(string id, CancellationToken cancellationToken, string variant = "video")
    {
        using var answer = await Answer(() => new HttpRequestMessage(HttpMethod.Head, $"/v1/videos/{id}/content?variant={variant}"), cancellationToken);
        return answer.Headers.ETag?.Tag;
    }

    public void Dispose() => _http.Dispose();

    public static string StatusOf(JsonElement video) => video.GetProperty("status").GetString()!;

    public static (string Code, string Message)? ErrorOf(JsonElement video) =>
        video.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? (error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!) : null;

    private static string? CodeOf(JsonElement? video) => video is { } found ? ErrorOf(found)?.Code : null;

    private async Task<string?> End(StormJob job, string id, CancellationToken cancellationToken)
    {
        for (; await Until(id, video => StatusOf(video) is "completed" or "failed", cancellationToken) is { } ended; await Task.Delay(LongestBetweenLooks, cancellationToken))
        {
            if (StatusOf(ended) == "failed") return "failed";
            if (await Film(id, cancellationToken) is not { } film) continue; // a change that was sent twice can arrive in between
            ledger.Write(new LedgerLine(job.Key, id, Told.Completed, film));
            return "completed";
        }
        return null; // lost
    }

    private async Task Edit(StormJob job, string id, CancellationToken cancellationToken)
    {
        using var answer = await Answer(() => new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}/storyboard"), cancellationToken);
        if (!answer.IsSuccessStatusCode) return; // it failed before there was one
        var edited = (await answer.Content.ReadAsStringAsync(cancellationToken)).Replace("film", "story", StringComparison.Ordinal);
        await Revise(job, id, () => new HttpRequestMessage(HttpMethod.Put, $"/v1/videos/{id}/storyboard") { Content = new StringContent(edited, System.Text.Encoding.UTF8, "application/json") }, cancellationToken);
    }

    private async Task Revise(StormJob job, string id, Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        ledger.Write(new LedgerLine(job.Key, id, Told.Changing));
        using var answer = await Answer(request, cancellationToken);
        // A change whose answer was lost is sent again, and a retry is then refused.
        if (answer.StatusCode == HttpStatusCode.Conflict) return;
        var revision = (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("revision").GetInt32();
        ledger.Write(new LedgerLine(job.Key, id, Told.Changed, Revision: revision));
    }

    private async Task<JsonElement?> Until(string id, Func<JsonElement, bool> condition, CancellationToken cancellationToken)
    {
        for (var pause = BetweenLooks; await Look(id, cancellationToken) is { } video; pause = pause * 2 < LongestBetweenLooks ? pause * 2 : LongestBetweenLooks)
        {
            if (condition(video)) return video;
            await Task.Delay(pause, cancellationToken);
        }
        return null;
    }

    private async Task<JsonElement?> Send(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        using var answer = await Answer(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    private async Task<HttpResponseMessage> Answer(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        for (var pause = BetweenTries; ; pause = pause * 2 < LongestBetweenTries ? pause * 2 : LongestBetweenTries)
        {
            try
            {
                using var sent = request();
                sent.RequestUri = new Uri(await address().WaitAsync(cancellationToken), sent.RequestUri!.OriginalString);
                var answer = await _http.SendAsync(sent, cancellationToken);
                if (answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict) return answer;
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                {
                    ledger.WrongAnswers.Add($"{sent.Method} {sent.RequestUri.PathAndQuery} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                }
                answer.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // killed, or not there yet
            }
            await Task.Delay(pause, cancellationToken);
        }
    }
}
