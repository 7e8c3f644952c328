using System.Net;
using System.Text;
using Reelsmith.Gateway.Tests.Http;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>What POST /v1/videos does not take. Nothing of it is kept, so one server is enough for all.</summary>
public sealed class RefusedVideoTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    public static TheoryData<string, string, string?> Refused => new()
    {
        { "{}", "one_input", null },
        { """{"prompt":"p","text":"t"}""", "one_input", null },
        { """{"prompt":""}""", "prompt_empty", "prompt" },
        { """{"prompt":5}""", "prompt_invalid", "prompt" },
        { """{"prompt":["p"]}""", "prompt_invalid", "prompt" },
        { """{"prompt":"…"}""", "prompt_without_words", "prompt" },
        { """{"prompt":"\ud800"}""", "json_not_unicode", null },
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
        { """{"prompt":"p","webhook":{"secret":"s"}}""", "webhook_url_missing", "webhook" },
        { """{"prompt":"p","webhook":{"url":5}}""", "webhook_url_invalid", "webhook" },
        { """{"prompt":"p","webhook":{"url":"https://example.com/","secert":"s"}}""", "webhook_unknown_member", "webhook" },
        { """{"prompt":"p","webhook":5}""", "webhook_invalid", "webhook" },
        { """{"prompt":"p","webhook_secret":"whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0"}""", "webhook_url_missing", "webhook" },
        { """{"text":"\u0000"}""", "text_binary", "text" },
        { """{"text":{"a":"b"}}""", "text_invalid", "text" },
        { """{"storyboard":{"title":"t"}}""", "storyboard_missing_member", "storyboard" },
        { """{"storyboard":"{"}""", "storyboard_not_json", "storyboard" },
        { """{"storyboard":[]}""", "storyboard_invalid", "storyboard" },
        { """{"storyboard":{"title":"\ud800"}}""", "json_not_unicode", null },
        { """{"storyboard":{"\ud800":1}}""", "json_not_unicode", null },
        { """{"storyboard":"{\"title\":\"\\ud800\"}"}""", "json_not_unicode", null },
        { """["prompt"]""", "json_invalid", null },
        { """{"prompt":"p","prompt":"q"}""", "json_invalid", "prompt" },
        { """{"\ud800":"p"}""", "json_not_unicode", null },
        { "", "json_invalid", null },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_is_refused_with_the_parameter_at_fault_and_nothing_is_stored(string json, string code, string? param)
    {
        var answer = await gateway.Http.PostJson("/v1/videos", json);

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.StatusCode, error.Text("code"), error.Text("param")));
        Assert.Empty(gateway.StoredFiles());
        Assert.Empty((await (await gateway.Http.Client.GetAsync("/v1/videos")).Json()).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        foreach (var (before, after) in new[] { ("{\"prompt\":\"", "\"}"), ("{\"", "\":1}"), ("{\"storyboard\":{\"title\":\"", "\"}}"), ("{\"storyboard\":{\"", "\":1}}"), ("{\"text\":\"", "\"}") })
        {
            var answer = await gateway.Http.SendBytes(HttpMethod.Post, "/v1/videos", [.. Encoding.UTF8.GetBytes(before), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(after)]);

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
        var answer = await gateway.Http.PostJson("/v1/videos", $"{{\"prompt\":\"p\",\"{(name == "unheard_of" ? new string('u', 100_000) : name)}\":\"{new string('a', 100_000)}\"}}");

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

        var answer = await gateway.Http.Client.PostAsync("/v1/videos", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("content_type_unsupported", (await answer.Error()).Text("code"));
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
        var answer = await gateway.Http.SendBytes(HttpMethod.Post, "/v1/videos", Encoding.UTF8.GetBytes(body), "multipart/form-data; boundary=b");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await answer.Error();
        Assert.Empty(gateway.StoredFiles());
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    public async Task A_form_without_its_boundary_is_refused(string contentType) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await gateway.Http.SendBytes(HttpMethod.Post, "/v1/videos", "--b--\r\n"u8.ToArray(), contentType)).StatusCode);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-thing")]
    public async Task A_part_of_a_form_in_a_charset_that_nobody_reads_is_no_fault_of_the_server(string charset)
    {
        var body = $"--b\r\nContent-Disposition: form-data; name=\"voice\"\r\nContent-Type: text/plain; charset={charset}\r\n\r\np\r\n--b--\r\n";

        var answer = await gateway.Http.SendBytes(HttpMethod.Post, "/v1/videos", Encoding.UTF8.GetBytes(body), "multipart/form-data; boundary=b");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await answer.Error();
    }
}
