using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OpenAI;
using OpenAI.Videos;
using Reelsmith.Hosting.Processes;
using SkiaSharp;

namespace Reelsmith.EndToEnd.Tests.Serving;

/// <summary>The official SDKs, as they are published, against the real server.</summary>
public sealed class OpenAISdkTests(RunningServer server) : IClassFixture<RunningServer>
{
    // 64 x 64 red pixels.
    private const string RedPicture = "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAAT0lEQVR42u3PQQkAAAgEsAtx/ZMZxgi+hcEKLNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBywKqxUDxqh7TUQAAAABJRU5ErkJggg==";

    [Fact]
    public async Task The_SDK_for_JavaScript_works_unchanged()
    {
        var seen = JsonDocument.Parse(await NodePackages.Run("videos.mjs", server.Address.GetLeftPart(UriPartial.Authority), RedPicture)).RootElement;
        string Text(params string[] path) => path.Aggregate(seen, (element, name) => element.GetProperty(name)).ToString();

        Assert.Equal(("video", "sora-2", "320x180", "What is a glacier?"), (Text("created", "object"), Text("created", "model"), Text("created", "size"), Text("created", "prompt")));
        Assert.Equal(("completed", "100", ""), (Text("video", "status"), Text("video", "progress"), Text("video", "error")));
        Assert.Equal("1000", Text("pollAfter"));
        Assert.Equal("ftyp", Text("film", "type"));
        Assert.Equal(("ffd8ff", "ffd8ff"), (Text("thumbnail"), Text("spritesheet")));
        Assert.Equal(Text("video", "id"), Text("remix", "remixed_from_video_id"));
        Assert.Equal([Text("video", "id"), Text("remix", "id")], seen.GetProperty("listed").EnumerateArray().Select(id => id.GetString()!).TakeLast(2));
        Assert.Equal(("True", "video.deleted"), (Text("deleted", "deleted"), Text("deleted", "object")));
        Assert.Equal(("NotFoundError", "video_not_found"), (Text("gone", "name"), Text("gone", "code")));
        Assert.Equal(("BadRequestError", "prompt_empty", "prompt"), (Text("empty", "name"), Text("empty", "code"), Text("empty", "param")));
        Assert.StartsWith("req_", Text("empty", "requestId"), StringComparison.Ordinal);
        Assert.Equal("size_odd", Text("odd", "code"));
        Assert.Equal(("photo_unreadable", "input_reference"), (Text("reference", "code"), Text("reference", "param")));
        Assert.Equal(("completed", "True", "True"), (Text("own", "status"), Text("own", "options", "photo"), Text("sameByUrl")));
        using var thumbnail = SKBitmap.Decode(Convert.FromBase64String(Text("ownThumbnail")));
        Assert.True(thumbnail.Pixels.Count(pixel => pixel is { Red: > 170, Green: < 70, Blue: < 70 }) > thumbnail.Width * thumbnail.Height / 40, "The picture is not seen in the film.");
        Assert.Equal("2", Text("retries"));
        Assert.Equal(["True"], seen.GetProperty("madeOnce").EnumerateArray().Select(made => made.ToString()));
    }

    [Fact]
    public async Task The_SDK_for_NET_works_unchanged()
    {
        var options = new OpenAIClientOptions { Endpoint = new Uri(server.Address, "/v1") };
        var videos = new OpenAIClient(new ApiKeyCredential("none"), options).GetVideoClient();
        var cancellation = new RequestOptions { CancellationToken = TestContext.Current.CancellationToken };
        using var form = new MultipartFormDataContent { { new StringContent("What is a whale?"), "prompt" }, { new StringContent("8"), "seconds" }, { new StringContent("320x180"), "size" } };

        var video = Json(await videos.CreateVideoAsync(BinaryContent.Create(await form.ReadAsStreamAsync()), form.Headers.ContentType!.ToString(), cancellation));
        var id = video.GetProperty("id").GetString()!;
        while (video.GetProperty("status").GetString() is "queued" or "in_progress")
        {
            await Task.Delay(200);
            video = Json(await videos.GetVideoAsync(id, cancellation));
        }

        Assert.Equal("completed", video.GetProperty("status").GetString());
        var film = await videos.DownloadVideoAsync(id, null, cancellation);
        Assert.Equal("ftyp"u8, film.GetRawResponse().Content.ToMemory().Span[4..8]);
        var deleted = Json(await videos.DeleteVideoAsync(id, cancellation));
        Assert.True(deleted.GetProperty("deleted").GetBoolean());
        var gone = await Assert.ThrowsAsync<ClientResultException>(() => videos.GetVideoAsync(id, cancellation));
        Assert.Equal(404, gone.Status);
    }

    [Fact]
    public async Task The_SDK_verifies_what_a_webhook_is_told()
    {
        using var receiver = new HttpListener();
        var port = FreePort();
        receiver.Prefixes.Add($"http://127.0.0.1:{port}/");
        receiver.Start();
        var received = receiver.GetContextAsync();
        var secret = (await server.Http.GetFromJsonAsync<JsonElement>("/v1/webhook_secret")).GetProperty("secret").GetString()!;

        var created = await server.Http.PostAsJsonAsync("/v1/videos", new { prompt = "What is salt?", size = "320x180", seconds = 8, webhook = $"http://127.0.0.1:{port}/hook" });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var context = await received;
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.AllKeys.ToDictionary(name => name!, name => context.Request.Headers[name]);
        context.Response.Close();
        var delivery = JsonSerializer.SerializeToUtf8Bytes(new { headers, body });
        var output = await ChildProcess.Run("node", [Path.Combine(await NodePackages.Folder, "webhook.mjs"), secret], delivery, null, TestContext.Current.CancellationToken);

        var told = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("event", "video.completed", id), (told.GetProperty("object").GetString(), told.GetProperty("type").GetString(), told.GetProperty("data").GetProperty("id").GetString()));
    }

    private static JsonElement Json(ClientResult result) => JsonDocument.Parse(result.GetRawResponse().Content).RootElement;

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
