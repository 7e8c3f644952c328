using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Photos;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Gateway.Tests.Mcp;
using Reelsmith.Gateway.Tests.Videos;
using Reelsmith.Gateway.Tests.Webhooks;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;
using Reelsmith.Tests.Mcp;
using SkiaSharp;

namespace Reelsmith.Gateway.Tests.Photos;

/// <summary>Pictures with a request, in every way that clients send them, in a world whose internet is one server.</summary>
public sealed class PhotoFieldTests : IAsyncLifetime
{
    private static readonly byte[] Photo = SomePhoto.Of(200, 100);

    private readonly TemporaryData _data = new();
    private readonly FakeStages _stages = new();
    private readonly ConcurrentQueue<string> _dialled = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new();
    private Func<string, string[]> _addresses = _ => ["93.184.216.34"];
    private Receiver _internet = null!;
    private GatewayHttp _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _internet = await Receiver.Start((context, _) => _pages.GetValueOrDefault(context.Request.Path.Value!, Nothing)(context));
        _pages["/photo.jpg"] = context => context.Response.Body.WriteAsync(Photo).AsTask();
        _gateway = await GatewayHttp.Start(_data, stages: _stages, services: services => services.AddSingleton(new PublicAddressesOnly(allowPrivate: false,
            (host, _) => Task.FromResult(_addresses(host).Select(IPAddress.Parse).ToArray()),
            async (addresses, _, cancellationToken) =>
            {
                _dialled.Enqueue(string.Join(' ', addresses.Select(address => address.ToString())));
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, _internet.Url.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            })));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _internet.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task An_uploaded_file_reaches_the_script_stage_as_a_stored_picture()
    {
        var video = await (await Upload(Photo)).Json();

        Assert.True(video.GetProperty("options").GetProperty("photo").GetBoolean());
        Assert.Equal("completed", (await _gateway.End(video.Text("id")!)).Text("status"));
        var stored = _stages.Worked.OfType<WriteScript>().Single().Request.Photo!;
        using var picture = SKBitmap.Decode(await _gateway.Services.GetRequiredService<IArtifactStore>().PathOf(stored, default));
        Assert.Equal(("jpg", 200, 100), (stored.Extension, picture.Width, picture.Height));
    }

    [Fact]
    public async Task However_it_is_sent_it_is_the_same_picture_and_so_the_same_video()
    {
        var dataUrl = SomePhoto.DataUrl(Photo);
        HttpResponseMessage[] answers =
        [
            await Upload(Photo),
            await Json(new { image_url = dataUrl }),
            await Json(dataUrl),
            await Json("http://example.com/photo.jpg"),
            await _gateway.PostForm("/v1/videos", ("prompt", "p"), ("input_reference[image_url]", "http://example.com/photo.jpg")),
            await _gateway.PostForm("/v1/videos", ("prompt", "p"), ("input_reference", dataUrl)),
        ];

        var ids = new HashSet<string?>();
        foreach (var answer in answers) ids.Add((await answer.Json()).Text("id"));

        Assert.Single(ids);
        Assert.DoesNotContain((await (await _gateway.PostJson("/v1/videos", """{"prompt":"p"}""")).Json()).Text("id"), ids);
    }

    [Fact]
    public async Task A_remix_keeps_the_picture()
    {
        var id = (await (await Upload(Photo)).Json()).Text("id")!;
        await _gateway.End(id);

        var remix = await (await _gateway.PostJson($"/v1/videos/{id}/remix", """{"prompt":"Another"}""")).Json();

        Assert.True(remix.GetProperty("options").GetProperty("photo").GetBoolean());
    }

    [Fact]
    public async Task A_language_model_may_give_one_too()
    {
        await using var session = await McpSession.Open(_gateway.Address);

        var video = await session.Call("create_video", new { prompt = "p", input_reference = "http://example.com/photo.jpg" });

        Assert.True(video.GetProperty("options").GetProperty("photo").GetBoolean());
    }

    private static readonly (string Reference, string Code)[] Refused =
    [
        ("5", "input_reference_invalid"),
        ("{}", "input_reference_invalid"),
        ("""{"image_url":5}""", "input_reference_invalid"),
        ("""{"url":"http://example.com/photo.jpg"}""", "input_reference_invalid"),
        ("""{"file_id":"file_1"}""", "input_reference_file_id"),
        ("\"a picture\"", "photo_url"),
        ("\"ftp://example.com/photo.jpg\"", "photo_url"),
        ("\"file:///etc/passwd\"", "photo_url"),
        ("\"http://user:word@example.com/photo.jpg\"", "photo_url"),
        ("\"data:image/png,abc\"", "photo_url"),
        ("\"data:image/png;base64,***\"", "photo_url"),
        ("\"data:image/png;base64,AAAA\"", "photo_unreadable"),
        ("\"http://127.0.0.1/photo.jpg\"", "photo_url"),
        ("\"http://169.254.169.254/latest/meta-data\"", "photo_url"),
        ("\"http://[::1]/photo.jpg\"", "photo_url"),
        ("\"http://2130706433/photo.jpg\"", "photo_url"),
        ("\"http://printer.local/photo.jpg\"", "photo_url"),
        ("\"http://example.com/nothing\"", "photo_url"),
        ("\"http://example.com/elsewhere\"", "photo_url"),
        ("\"http://example.com/page\"", "photo_unreadable"),
        ("\"http://example.com/endless\"", "photo_too_large"),
        ("\"http://example.com/cut\"", "photo_url"),
    ];

    [Fact]
    public async Task What_is_no_picture_makes_no_video()
    {
        _pages["/elsewhere"] = context =>
        {
            context.Response.Redirect("http://127.0.0.1/photo.jpg");
            return Task.CompletedTask;
        };
        _pages["/page"] = context => context.Response.WriteAsync("<img src=photo.jpg>");
        _pages["/cut"] = async context =>
        {
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(Photo);
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        _pages["/endless"] = async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        };

        foreach (var (reference, code) in Refused)
        {
            var error = await (await _gateway.PostJson("/v1/videos", $$"""{"prompt":"p","input_reference":{{reference}}}""")).Error();
            Assert.Equal((reference, code, "input_reference"), (reference, error.Text("code"), error.Text("param")));
        }
        Assert.Empty((await (await _gateway.Client.GetAsync("/v1/videos")).Json()).GetProperty("data").EnumerateArray());
        Assert.Empty(_stages.Worked);
    }

    [Fact]
    public async Task A_name_with_a_private_address_is_not_connected_to()
    {
        foreach (var addresses in new string[][] { ["10.0.0.1"], ["127.0.0.1"], ["93.184.216.34", "192.168.1.1"] })
        {
            _addresses = _ => addresses;

            var error = await (await Json("http://example.com/photo.jpg")).Error();

            Assert.Equal("photo_url", error.Text("code"));
            Assert.DoesNotContain(addresses[^1], error.Text("message"), StringComparison.Ordinal);
        }
        Assert.Empty(_dialled);
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_connected_to()
    {
        var asked = 0;
        _addresses = _ => asked++ == 0 ? ["93.184.216.34"] : ["127.0.0.1"];

        await (await Json("http://example.com/photo.jpg")).Json();

        Assert.Equal(["93.184.216.34"], _dialled);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_storyboard_is_not_written_from_a_picture()
    {
        var error = await (await _gateway.PostJson("/v1/storyboards", """{"prompt":"p","input_reference":"http://example.com/photo.jpg"}""")).Error();

        Assert.Equal("unknown_parameter", error.Text("code"));
    }

    private static Task Nothing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private Task<HttpResponseMessage> Json(object reference) => _gateway.PostJson("/v1/videos", JsonSerializer.Serialize(new { prompt = "p", input_reference = reference }));

    private Task<HttpResponseMessage> Upload(byte[] file) =>
        _gateway.Client.PostAsync("/v1/videos", new MultipartFormDataContent { { new StringContent("p"), "prompt" }, { new ByteArrayContent(file), "input_reference", "../../photo.jpg" } });
}
