using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>What clients send, and what they do with the answers.</summary>
internal static class VideoRequests
{
    public static Task<HttpResponseMessage> PostJson(this GatewayHttp gateway, string path, string json) =>
        gateway.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>A body of exactly these bytes.</summary>
    public static Task<HttpResponseMessage> SendBytes(this GatewayHttp gateway, HttpMethod method, string path, byte[] body, string contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return gateway.Client.SendAsync(new HttpRequestMessage(method, path) { Content = content });
    }

    public static Task<HttpResponseMessage> PostForm(this GatewayHttp gateway, string path, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), $"\"{name}\"");
        return gateway.Client.PostAsync(path, form);
    }

    public static Task<HttpResponseMessage> Send(this GatewayHttp gateway, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return gateway.Client.SendAsync(request);
    }

    public static async Task<JsonElement> Json(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Submits a video and gives its id.</summary>
    public static async Task<string> Create(this GatewayHttp gateway, string json = "{\"prompt\":\"Why do volcanoes erupt?\"}") =>
        (await (await gateway.PostJson("/v1/videos", json)).Json()).Text("id")!;

    /// <summary>Waits for the end as the events tell it.</summary>
    public static async Task<JsonElement> End(this GatewayHttp gateway, string id)
    {
        await foreach (var _ in gateway.Events(id))
        {
        }
        return await gateway.Client.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}");
    }

    /// <summary>Submits a video and waits for its end.</summary>
    public static async Task<string> Make(this GatewayHttp gateway, string json = "{\"prompt\":\"Why do volcanoes erupt?\"}")
    {
        var id = await gateway.Create(json);
        Assert.Equal("completed", (await gateway.End(id)).Text("status"));
        return id;
    }

    public static async IAsyncEnumerable<ServerEvent> Events(this GatewayHttp gateway, string id, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}/events");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        using var answer = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await foreach (var happened in ServerEvent.Read(reader)) yield return happened;
    }
}
