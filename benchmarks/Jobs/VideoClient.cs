using System.Net.Http.Json;
using System.Text.Json;

namespace Reelsmith.Benchmarks.Jobs;

/// <summary>A client of <c>/v1/videos</c>.</summary>
internal sealed class VideoClient(Uri server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };

    /// <returns>The video's id.</returns>
    public async Task<string> Submit(string prompt)
    {
        using var answer = await _http.PostAsJsonAsync("/v1/videos", new { prompt });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <returns>How many jobs start before it.</returns>
    public async Task<int?> Place(string id)
    {
        var video = await _http.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}");
        return video.GetProperty("queue_position") is { ValueKind: JsonValueKind.Number } place ? place.GetInt32() : null;
    }

    /// <summary>Watches until it is completed.</summary>
    public async Task Completed(string id)
    {
        await foreach (var line in Events(id))
        {
            if (line == "event: video.completed") return;
            if (line is "event: video.failed" or "event: video.cancelled") throw new InvalidOperationException($"{id} did not complete.");
        }
    }

    /// <summary>The lines of its event stream, until that ends.</summary>
    public async IAsyncEnumerable<string> Events(string id)
    {
        await using var stream = await _http.GetStreamAsync($"/v1/videos/{id}/events");
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line) yield return line;
    }

    public async Task<HttpResponseMessage> Head(string path) => await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

    public void Dispose() => _http.Dispose();
}
