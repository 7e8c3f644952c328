using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Videos;

public sealed class CreateVideoTests : IAsyncLifetime
{
    private static readonly string Storyboard = JsonSerializer.Serialize(SampleStoryboard.Of(2), ContractsJson.Compact);

    private readonly TemporaryData _data = new();
    private readonly FakeStages _stages = new();
    private GatewayHttp _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayHttp.Start(_data, stages: _stages);

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task What_is_asked_for_is_told_again_in_the_whole_shape_of_the_format()
    {
        var answer = await _gateway.PostJson("/v1/videos", """
            {"prompt":" Why do volcanoes erupt? ","model":"sora-2","seconds":"8","size":"720x1280","fps":25,"voice":"en-us-slt","theme":"hearth","music":"none",
             "language":"en-GB","captions":false,"seed":-3}
            """);

        var video = await answer.Json();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"/v1/videos/{video.Text("id")}", answer.Headers.Location?.OriginalString);
        Assert.True(int.Parse(Assert.Single(answer.Headers.GetValues("openai-poll-after-ms"))) > 0);
        Assert.Matches("^video_[0-9a-f]{32}$", video.Text("id"));
        Assert.Equal(("video", "sora-2", "Why do volcanoes erupt?", "8", "720x1280"), (video.Text("object"), video.Text("model"), video.Text("prompt"), video.Text("seconds"), video.Text("size")));
        Assert.Contains(video.Text("status"), new[] { "queued", "in_progress" });
        foreach (var member in new[] { "completed_at", "expires_at", "remixed_from_video_id", "error" }) Assert.Equal(JsonValueKind.Null, video.GetProperty(member).ValueKind);
        Assert.InRange(video.GetProperty("progress").GetInt32(), 0, 99);
        Assert.InRange(video.GetProperty("created_at").GetInt64(), 1_700_000_000, 9_999_999_999);
        Assert.Equal("""{"input":"prompt","seconds":8,"fps":25,"language":"en-GB","voice":"en-us-slt","theme":"hearth","music":"none","captions":false,"seed":-3,"photo":false}""",
            video.GetProperty("options").GetRawText());
    }

    public static TheoryData<string, int, string, int?> Accepted => new()
    {
        { """{"prompt":"p"}""", 1920, "1920x1080", 60 },
        { """{"prompt":"p","seconds":12,"aspect":"16:9"}""", 1920, "1920x1080", 12 },
        { """{"prompt":"p","seconds":"600","aspect":"9:16"}""", 1080, "1080x1920", 600 },
        { """{"prompt":"p","aspect":"1:1","webhook":null,"input_reference":null,"model":null}""", 1080, "1080x1080", 60 },
        { """{"prompt":"p","aspect":"4:5"}""", 1080, "1080x1350", 60 },
        { """{"prompt":"p","size":"1792x1024"}""", 1792, "1792x1024", 60 },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Sizes_and_lengths(string json, int width, string size, int? seconds)
    {
        var video = await (await _gateway.PostJson("/v1/videos", json)).Json();

        Assert.Equal((size, seconds?.ToString()), (video.Text("size"), video.Text("seconds")));
        Assert.StartsWith($"{width}x", size, StringComparison.Ordinal);
        Assert.Equal("motion-1", video.Text("model"));
    }

    [Fact]
    public async Task A_form_takes_the_same_parameters()
    {
        var video = await (await _gateway.PostForm("/v1/videos", ("prompt", "p"), ("model", "sora-2-pro"), ("seconds", "12"), ("aspect", "9:16"), ("fps", "24"), ("voice", "v"), ("theme", "dusk"),
            ("music", "calm"), ("language", "de"), ("captions", "true"), ("seed", "7"), ("webhook", "https://example.com/hook"), ("webhook_secret", "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"))).Json();

        Assert.Equal(("sora-2-pro", "12", "1080x1920"), (video.Text("model"), video.Text("seconds"), video.Text("size")));
        Assert.Equal("""{"input":"prompt","seconds":12,"fps":24,"language":"de","voice":"v","theme":"dusk","music":"calm","captions":true,"seed":7,"photo":false}""", video.GetProperty("options").GetRawText());
    }

    [Fact]
    public async Task JSON_and_form_of_the_same_wish_are_the_same_submission()
    {
        var json = await _gateway.Create("""{"prompt":"p","seconds":8,"webhook":{"url":"https://example.com/hook"}}""");
        var form = await (await _gateway.PostForm("/v1/videos", ("prompt", "p"), ("seconds", "8"), ("webhook", "https://example.com/hook"))).Json();

        Assert.Equal(json, form.Text("id"));
    }

    [Fact]
    public async Task Texts_and_storyboards_come_as_fields_files_and_objects()
    {
        const string Text = "Ein Vulkan ist ein Berg. Er spuckt Feuer, Asche und Steine.";
        var texts = new[] { await (await _gateway.PostJson("/v1/videos", $"{{\"text\":\"{Text}\",\"seed\":1}}")).Json(), await (await _gateway.PostForm("/v1/videos", ("text", Text), ("seed", "2"))).Json(), await Upload("text", Text, "3") };
        var storyboards = new[]
        {
            await (await _gateway.PostJson("/v1/videos", $"{{\"storyboard\":{Storyboard},\"seed\":1}}")).Json(),
            await (await _gateway.PostJson("/v1/videos", $"{{\"storyboard\":{JsonSerializer.Serialize(Storyboard)},\"seed\":2}}")).Json(),
            await (await _gateway.PostForm("/v1/videos", ("storyboard", Storyboard), ("seed", "3"))).Json(),
            await Upload("storyboard", Storyboard, "4"),
        };

        Assert.All(texts, video => Assert.Equal(("text", null), (video.GetProperty("options").Text("input"), video.Text("prompt"))));
        Assert.All(storyboards, video => Assert.Equal("storyboard", video.GetProperty("options").Text("input")));
        foreach (var video in texts.Concat(storyboards)) Assert.Equal("completed", (await _gateway.End(video.Text("id")!)).Text("status"));
        var artifacts = (LocalArtifactStore)_gateway.Services.GetRequiredService<IArtifactStore>();
        var scripts = _stages.Worked.OfType<WriteScript>().Select(script => script.Request).ToArray();
        Assert.All(scripts.Where(request => request.Text is not null), request => Assert.Equal(Text, File.ReadAllText(artifacts.PathOf(request.Text!))));
        Assert.All(scripts.Where(request => request.Storyboard is not null), request => Assert.Equal(2, StoryboardReader.Read(File.ReadAllText(artifacts.PathOf(request.Storyboard!))).Scenes.Count));
    }

    [Fact]
    public async Task An_idempotency_key_makes_one_video_of_many_submissions()
    {
        Task<HttpResponseMessage> Submit(string key, string prompt)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos") { Content = new StringContent($"{{\"prompt\":\"{prompt}\"}}", Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            return _gateway.Client.SendAsync(request);
        }

        var first = await (await Submit("order 1", "p")).Json();

        Assert.Equal(first.Text("id"), (await (await Submit("order 1", "p")).Json()).Text("id"));
        Assert.NotEqual(first.Text("id"), (await (await Submit("order 2", "p")).Json()).Text("id"));
        Assert.Equal("idempotency_key_reused", (await (await Submit("order 1", "q")).Error()).Text("code"));
        Assert.Equal("idempotency_key_invalid", (await (await Submit(new string('k', 256), "p")).Error()).Text("code"));
        Assert.Equal(HttpStatusCode.OK, (await Submit(new string('k', 255), "p")).StatusCode);
    }

    private async Task<JsonElement> Upload(string name, string content, string seed)
    {
        using var form = new MultipartFormDataContent { { new StringContent(seed), "seed" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), name, "../../etc/passwd" } };
        return await (await _gateway.Client.PostAsync("/v1/videos", form)).Json();
    }
}
