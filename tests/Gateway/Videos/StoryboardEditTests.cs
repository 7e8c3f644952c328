using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Videos;

public sealed class StoryboardEditTests : IAsyncLifetime
{
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
    public async Task The_storyboard_is_read_changed_and_sent_back_and_only_what_changed_is_made_anew()
    {
        var id = await _gateway.Make();
        var answer = await _gateway.Client.GetAsync($"/v1/videos/{id}/storyboard");
        var storyboard = StoryboardReader.Read(await answer.Content.ReadAsByteArrayAsync());
        _stages.Worked.Clear();

        var edited = storyboard with { Scenes = [storyboard.Scenes[0], storyboard.Scenes[1], storyboard.Scenes[2] with { Narration = "Something else is said." }] };
        var video = await (await Send(HttpMethod.Put, $"/v1/videos/{id}/storyboard", JsonSerializer.Serialize(edited, ContractsJson.Readable), answer.Headers.ETag!.ToString())).Json();

        Assert.Equal(1, video.GetProperty("revision").GetInt32());
        Assert.Equal("completed", (await _gateway.End(id)).Text("status"));
        Assert.Equal(["ComposeVideo", "NarrateScene 2", "RenderScene 2", "WriteScript"], _stages.Worked.Names().Order());
    }

    [Fact]
    public async Task A_scene_is_changed_by_a_merge_patch()
    {
        var id = await _gateway.Make();

        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/1", """{"narration":"New words.","visual":{"kicker":"Above"},"seconds":9}""")).Json();
        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/1", """{"visual":{"kicker":null,"headline":"Another"},"transition":"cut"}""", contentType: "application/merge-patch+json")).Json();

        var scene = (await Storyboard(id)).Scenes[1];
        Assert.Equal(("New words.", null, "Another", Transition.Cut, 9.0), (scene.Narration, scene.Visual.Kicker, scene.Visual.Headline, scene.Transition, scene.Seconds));
        Assert.Equal("This is what scene 0 says.", (await Storyboard(id)).Scenes[0].Narration);
        Assert.Equal(2, (await _gateway.End(id)).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task The_later_of_two_edits_of_the_same_storyboard_is_refused()
    {
        var id = await _gateway.Make();
        var read = await _gateway.Client.GetAsync($"/v1/videos/{id}/storyboard");
        var tag = read.Headers.ETag!.ToString();
        var json = await read.Content.ReadAsStringAsync();

        var unchanged = await _gateway.Send(HttpMethod.Get, $"/v1/videos/{id}/storyboard", ("If-None-Match", tag));
        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/0", """{"narration":"The first was faster."}""", tag)).Json();
        var patched = await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/1", """{"narration":"Too late."}""", tag);
        var replaced = await Send(HttpMethod.Put, $"/v1/videos/{id}/storyboard", json, tag);
        var weak = await Send(HttpMethod.Put, $"/v1/videos/{id}/storyboard", json, $"W/{(await _gateway.Client.GetAsync($"/v1/videos/{id}/storyboard")).Headers.ETag}");
        var malformed = await Send(HttpMethod.Put, $"/v1/videos/{id}/storyboard", json, "no tag");

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        foreach (var refused in new[] { patched, replaced, weak, malformed })
        {
            Assert.Equal((HttpStatusCode.PreconditionFailed, "storyboard_changed"), (refused.StatusCode, (await refused.Error()).Text("code")));
        }
        await _gateway.End(id);
        var now = (await _gateway.Client.GetAsync($"/v1/videos/{id}/storyboard")).Headers.ETag!.ToString();
        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/1", """{"narration":"In time."}""", $"\"other\", {now}")).Json();
        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/2", """{"narration":"Whatever it is."}""", "*")).Json();
        Assert.Equal(["The first was faster.", "In time.", "Whatever it is."], (await Storyboard(id)).Scenes.Select(scene => scene.Narration));
    }

    [Fact]
    public async Task Edits_of_different_scenes_at_once_all_hold()
    {
        _stages.Storyboard = SampleStoryboard.Of(4);
        var id = await _gateway.Make();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/{n}", $"{{\"narration\":\"Changed {n}.\"}}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["Changed 0.", "Changed 1.", "Changed 2.", "Changed 3."], (await Storyboard(id)).Scenes.Select(scene => scene.Narration));
    }

    public static TheoryData<string, string, int, string> Refused => new()
    {
        { "/scenes/3", "{}", 404, "scene_not_found" },
        { "/scenes/-1", "{}", 404, "scene_not_found" },
        { "/scenes/99999999999", "{}", 400, "parameter_invalid" },
        { "/scenes/first", "{}", 400, "parameter_invalid" },
        { "/scenes/0", "[]", 400, "json_invalid" },
        { "/scenes/0", "null", 400, "json_invalid" },
        { "/scenes/0", "", 400, "json_invalid" },
        { "/scenes/0", "{", 400, "json_invalid" },
        { "/scenes/0", """{"narration":"a","narration":"b"}""", 400, "json_invalid" },
        { "/scenes/0", """{"narration":null}""", 400, "storyboard_missing_member" },
        { "/scenes/0", """{"narration":5}""", 400, "storyboard_wrong_kind" },
        { "/scenes/0", """{"narration":"\ud800"}""", 400, "json_not_unicode" },
        { "/scenes/0", """{"\ud800":"x"}""", 400, "json_not_unicode" },
        { "/scenes/0", """{"visual":{"template":"disco"}}""", 400, "storyboard_template_unknown" },
        { "/scenes/0", """{"visual":[]}""", 400, "storyboard_wrong_kind" },
        { "/scenes/0", """{"naration":"x"}""", 400, "storyboard_unknown_member" },
        { "/scenes/0", """{"seconds":1e999}""", 400, "storyboard_bad_duration" },
        { "/storyboard", "{}", 400, "storyboard_missing_member" },
        { "/storyboard", "", 400, "json_invalid" },
        { "/storyboard", """{"title":"t","language":"en","scenes":[]}""", 400, "storyboard_scene_count" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_edit_that_cannot_be_is_refused_and_nothing_changes(string path, string json, int status, string code)
    {
        var id = await _gateway.Make();

        var answer = await Send(path == "/storyboard" ? HttpMethod.Put : HttpMethod.Patch, $"/v1/videos/{id}{path}", json);

        Assert.Equal((status, code), ((int)answer.StatusCode, (await answer.Error()).Text("code")));
        Assert.Equal(0, (await _gateway.End(id)).GetProperty("revision").GetInt32());
    }

    [Theory]
    [InlineData("PUT", "/storyboard", "text/plain")]
    [InlineData("PUT", "/storyboard", null)]
    [InlineData("PATCH", "/scenes/0", "text/plain")]
    [InlineData("PATCH", "/scenes/0", null)]
    public async Task An_edit_of_another_kind_is_415(string method, string path, string? contentType)
    {
        var id = await _gateway.Make();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await _gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), $"/v1/videos/{id}{path}") { Content = content });

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "content_type_unsupported"), (answer.StatusCode, (await answer.Error()).Text("code")));
    }

    [Fact]
    public async Task Deep_nesting_and_bytes_that_are_no_text_are_refused()
    {
        var id = await _gateway.Make();
        byte[][] bodies = [Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000))), [.. "{\"narration\":\""u8, 0xC3, 0x28, .. "\"}"u8], [.. "{\""u8, 0xFF, .. "\":1}"u8], [0xFF, 0xFE, 0x00]];

        foreach (var body in bodies)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await _gateway.SendBytes(HttpMethod.Patch, $"/v1/videos/{id}/scenes/0", body)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await _gateway.SendBytes(HttpMethod.Put, $"/v1/videos/{id}/storyboard", body)).StatusCode);
        }
    }

    [Fact]
    public async Task There_is_nothing_to_read_or_edit_before_the_script_is_written()
    {
        var go = new TaskCompletionSource();
        _stages.Before = (work, ct) => work is WriteScript ? go.Task.WaitAsync(ct) : Task.CompletedTask;
        var id = await _gateway.Create();

        var answers = new[]
        {
            await _gateway.Client.GetAsync($"/v1/videos/{id}/storyboard"), await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/0", "{}"),
            await Send(HttpMethod.Put, $"/v1/videos/{id}/storyboard", JsonSerializer.Serialize(SampleStoryboard.Of(1), ContractsJson.Compact)),
        };

        foreach (var answer in answers)
        {
            Assert.Equal((HttpStatusCode.Conflict, "storyboard_not_ready"), (answer.StatusCode, (await answer.Error()).Text("code")));
            Assert.Equal("false", Assert.Single(answer.Headers.GetValues("x-should-retry")));
        }
        go.SetResult();
        await _gateway.End(id);
    }

    [Fact]
    public async Task The_tag_tells_what_the_storyboard_holds()
    {
        var id = await _gateway.Make();
        async Task<string> Read()
        {
            var answer = await _gateway.Client.GetAsync($"/v1/videos/{id}/storyboard");
            var hash = Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()));
            Assert.Equal($"\"{hash}\"", answer.Headers.ETag!.Tag);
            return hash;
        }

        var first = await Read();
        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/0", """{"narration":"Other words."}""")).Json();
        var second = await Read();
        await (await Send(HttpMethod.Patch, $"/v1/videos/{id}/scenes/0", """{"narration":"This is what scene 0 says."}""")).Json();

        Assert.NotEqual(first, second);
        Assert.Equal(first, await Read());
    }

    private async Task<Storyboard> Storyboard(string id) => StoryboardReader.Read(await _gateway.Client.GetByteArrayAsync($"/v1/videos/{id}/storyboard"));

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, string json, string? ifMatch = null, string contentType = "application/json")
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, contentType) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return _gateway.Client.SendAsync(request);
    }
}
