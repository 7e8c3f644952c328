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

    public async ValueTask InitializeAsync() => _gateway = await GatewayHttp.Start(_data, [], _stages);

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
        Assert.Equal("""{"input":"prompt","seconds":8,"fps":25,"language":"en-GB","voice":"en-us-slt","theme":"hearth","music":"none","captions":false,"seed":-3}""",
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

    public static TheoryData<string, string, string?> Refused => new()
    {
        { "{}", "one_input", null },
        { """{"prompt":"p","text":"t"}""", "one_input", null },
        { """{"prompt":""}""", "prompt_empty", "prompt" },
        { """{"prompt":5}""", "prompt_invalid", "prompt" },
        { """{"prompt":["p"]}""", "prompt_invalid", "prompt" },
        { """{"prompt":"…"}""", "prompt_without_words", "prompt" },
        { """{"prompt":"\ud800"}""", "prompt_not_unicode", "prompt" },
        { """{"promt":"p"}""", "unknown_parameter", "promt" },
        { """{"prompt":"p","Prompt":"p"}""", "unknown_parameter", "Prompt" },
        { """{"prompt":"p","seconds":"soon"}""", "seconds_invalid", "seconds" },
        { """{"prompt":"p","seconds":8.5}""", "seconds_invalid", "seconds" },
        { """{"prompt":"p","seconds":99999999999}""", "seconds_invalid", "seconds" },
        { """{"prompt":"p","seconds":0}""", "seconds_out_of_range", "seconds" },
        { """{"prompt":"p","seconds":601}""", "seconds_out_of_range", "seconds" },
        { """{"prompt":"p","seconds":true}""", "seconds_invalid", "seconds" },
        { """{"prompt":"p","size":"1280*720"}""", "size_invalid", "size" },
        { """{"prompt":"p","size":"-1280x720"}""", "size_invalid", "size" },
        { """{"prompt":"p","size":"1281x720"}""", "size_odd", "size" },
        { """{"prompt":"p","size":"64x64"}""", "size_out_of_range", "size" },
        { """{"prompt":"p","size":"1280x720","aspect":"1:1"}""", "size_and_aspect", "aspect" },
        { """{"prompt":"p","aspect":"3:2"}""", "aspect_unknown", "aspect" },
        { """{"prompt":"p","fps":7}""", "fps_out_of_range", "fps" },
        { """{"prompt":"p","theme":"noir"}""", "theme_unknown", "theme" },
        { """{"prompt":"p","music":"jazz"}""", "music_unknown", "music" },
        { """{"prompt":"p","language":"english please"}""", "language_tag", "language" },
        { """{"prompt":"p","voice":" "}""", "voice_unknown", "voice" },
        { """{"prompt":"p","voice":5}""", "voice_invalid", "voice" },
        { """{"prompt":"p","captions":"perhaps"}""", "captions_invalid", "captions" },
        { """{"prompt":"p","captions":1}""", "captions_invalid", "captions" },
        { """{"prompt":"p","seed":2147483648}""", "seed_invalid", "seed" },
        { """{"prompt":"p","model":""}""", "model_invalid", "model" },
        { """{"prompt":"p","webhook":{}}""", "webhook_url_missing", "webhook" },
        { """{"prompt":"p","webhook":{"url":5}}""", "webhook_url_invalid", "webhook" },
        { """{"prompt":"p","webhook":{"url":"https://example.com/","secert":"s"}}""", "webhook_unknown_member", "webhook" },
        { """{"prompt":"p","webhook":5}""", "webhook_invalid", "webhook" },
        { """{"prompt":"p","webhook_secret":"whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"}""", "webhook_url_missing", "webhook" },
        { """{"prompt":"p","input_reference":{"image_url":"https://example.com/a.png"}}""", "input_reference_unsupported", "input_reference" },
        { """{"text":"\u0000"}""", "text_binary", "text" },
        { """{"text":{"a":"b"}}""", "text_invalid", "text" },
        { """{"storyboard":{"title":"t"}}""", "storyboard_missing_member", "storyboard" },
        { """{"storyboard":"{"}""", "storyboard_not_json", "storyboard" },
        { """{"storyboard":[]}""", "storyboard_invalid", "storyboard" },
        { """{"storyboard":{"title":"\ud800"}}""", "storyboard_not_unicode", "storyboard" },
        { """{"storyboard":{"\ud800":1}}""", "storyboard_not_unicode", "storyboard" },
        { """["prompt"]""", "json_invalid", null },
        { """{"prompt":"p","prompt":"q"}""", "json_invalid", "prompt" },
        { """{"\ud800":"p"}""", "json_invalid", null },
        { "", "json_invalid", null },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_is_refused_with_the_parameter_at_fault_and_nothing_is_stored(string json, string code, string? param)
    {
        var answer = await _gateway.PostJson("/v1/videos", json);

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.StatusCode, error.Text("code"), error.Text("param")));
        Assert.Empty(StoredFiles());
        Assert.Empty((await (await _gateway.Client.GetAsync("/v1/videos")).Json()).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        foreach (var (before, after) in new[] { ("{\"prompt\":\"", "\"}"), ("{\"", "\":1}"), ("{\"storyboard\":{\"title\":\"", "\"}}"), ("{\"storyboard\":{\"", "\":1}}"), ("{\"text\":\"", "\"}") })
        {
            var answer = await _gateway.SendBytes(HttpMethod.Post, "/v1/videos", [.. Encoding.UTF8.GetBytes(before), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(after)]);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            await answer.Error();
        }
    }

    [Theory]
    [InlineData("model")]
    [InlineData("voice")]
    [InlineData("language")]
    [InlineData("theme")]
    [InlineData("size")]
    [InlineData("aspect")]
    [InlineData("music")]
    [InlineData("seconds")]
    [InlineData("unheard_of")]
    public async Task A_value_far_too_long_is_refused_in_few_words(string name)
    {
        var answer = await _gateway.PostJson("/v1/videos", $"{{\"prompt\":\"p\",\"{(name == "unheard_of" ? new string('u', 100_000) : name)}\":\"{new string('a', 100_000)}\"}}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.InRange((await answer.Error()).Text("message")!.Length, 1, 1_000);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task A_body_of_another_kind_is_415(string? contentType)
    {
        using var content = new ByteArrayContent("prompt=p"u8.ToArray());
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await _gateway.Client.PostAsync("/v1/videos", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("content_type_unsupported", (await answer.Error()).Text("code"));
    }

    [Fact]
    public async Task A_form_takes_the_same_parameters()
    {
        var video = await (await _gateway.PostForm("/v1/videos", ("prompt", "p"), ("model", "sora-2-pro"), ("seconds", "12"), ("aspect", "9:16"), ("fps", "24"), ("voice", "v"), ("theme", "dusk"),
            ("music", "calm"), ("language", "de"), ("captions", "true"), ("seed", "7"), ("webhook", "https://example.com/hook"), ("webhook_secret", "whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"))).Json();

        Assert.Equal(("sora-2-pro", "12", "1080x1920"), (video.Text("model"), video.Text("seconds"), video.Text("size")));
        Assert.Equal("""{"input":"prompt","seconds":12,"fps":24,"language":"de","voice":"v","theme":"dusk","music":"calm","captions":true,"seed":7}""", video.GetProperty("options").GetRawText());
    }

    [Fact]
    public async Task JSON_and_form_of_the_same_wish_are_the_same_submission()
    {
        var json = await _gateway.Create("""{"prompt":"p","seconds":8,"webhook":{"url":"https://example.com/hook"}}""");
        var form = await (await _gateway.PostForm("/v1/videos", ("prompt", "p"), ("seconds", "8"), ("webhook", "https://example.com/hook"))).Json();

        Assert.Equal(json, form.Text("id"));
    }

    [Theory]
    [InlineData("input_reference[image_url]")]
    [InlineData("input_reference[file_id]")]
    [InlineData("input_reference")]
    public async Task A_reference_picture_is_refused_in_plain_words(string name)
    {
        var error = await (await _gateway.PostForm("/v1/videos", ("prompt", "p"), (name, "x"))).Error();

        Assert.Equal(("input_reference_unsupported", "input_reference"), (error.Text("code"), error.Text("param")));
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
        var artifacts = _gateway.Services.GetRequiredService<ArtifactStore>();
        var scripts = _stages.Worked.OfType<WriteScript>().Select(script => script.Request).ToArray();
        Assert.All(scripts.Where(request => request.Text is not null), request => Assert.Equal(Text, File.ReadAllText(artifacts.PathOf(request.Text!))));
        Assert.All(scripts.Where(request => request.Storyboard is not null), request => Assert.Equal(2, StoryboardReader.Read(File.ReadAllText(artifacts.PathOf(request.Storyboard!))).Scenes.Count));
    }

    public static TheoryData<string> Forms => new()
    {
        "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\np", // cut short
        "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\np\r\n--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\nq\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"prompt\"; filename=\"p.txt\"\r\n\r\np\r\n--b--\r\n", // a file where words are meant
        "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\np\r\n--b\r\nContent-Disposition: form-data; name=\"text\"; filename=\"../../etc/passwd\"\r\n\r\nq\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\np\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data\r\n\r\np\r\n--b--\r\n",
        "--b\r\n\r\np\r\n--b--\r\n",
        "--b--\r\n",
        "",
        "nothing of the kind",
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_none_is_refused(string body)
    {
        var answer = await _gateway.SendBytes(HttpMethod.Post, "/v1/videos", Encoding.UTF8.GetBytes(body), "multipart/form-data; boundary=b");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await answer.Error();
        Assert.Empty(StoredFiles());
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    public async Task A_form_without_its_boundary_is_refused(string contentType) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _gateway.SendBytes(HttpMethod.Post, "/v1/videos", "--b--\r\n"u8.ToArray(), contentType)).StatusCode);

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

    private string[] StoredFiles() => Directory.Exists(_data.Folder.Artifacts) ? Directory.GetFiles(_data.Folder.Artifacts, "*", SearchOption.AllDirectories) : [];
}
