using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Json.Schema;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Hosting.Bus;
using Reelsmith.Tests.FakeStages;
using Reelsmith.Tests.Mcp;

namespace Reelsmith.Gateway.Tests.Mcp;

/// <summary>The tools over HTTP, with the SDK's own client against the real server.</summary>
public sealed class McpTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly FakeStages _stages = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_video_is_made_edited_and_downloaded()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);

        var created = await session.Call("create_video", new { prompt = "Why do volcanoes erupt?", seconds = 12, aspect = "9:16" });
        var id = created.Text("id");
        Assert.Equal(("1080x1920", "12"), (created.Text("size"), created.Text("seconds")));
        Assert.Equal("completed", (await session.End(id)).Text("status"));

        var storyboard = await session.Call("get_storyboard", new { id });
        Assert.Equal(_stages.Storyboard.Title, StoryboardReader.Read(storyboard.GetRawText()).Title);

        var edited = await session.Call("edit_scene", new { id, scene = 1, changes = new { narration = "Something else is said." } });
        Assert.Equal(1, edited.GetProperty("revision").GetInt32());
        Assert.Equal("completed", (await session.End(id)).Text("status"));
        Assert.Equal("Something else is said.", (await session.Call("get_storyboard", new { id })).GetProperty("scenes")[1].Text("narration"));

        var link = await session.Call("download_link", new { id });
        Assert.Equal($"{gateway.Address}v1/videos/{id}/content?variant=video", link.Text("link"));
        var file = await gateway.Client.GetAsync(link.Text("link"));
        Assert.Equal((HttpStatusCode.OK, link.Text("content_type"), link.GetProperty("bytes").GetInt64()),
            (file.StatusCode, file.Content.Headers.ContentType?.MediaType, (await file.Content.ReadAsByteArrayAsync()).LongLength));
    }

    [Fact]
    public async Task A_video_is_cancelled_and_tried_again()
    {
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _stages.Before = (_, ct) => free.Task.WaitAsync(ct);
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);
        var id = (await session.Call("create_video", new { prompt = "Volcanoes" })).Text("id");

        var cancelled = await session.Call("cancel_video", new { id });
        Assert.Equal(("failed", "cancelled"), (cancelled.Text("status"), cancelled.GetProperty("error").Text("code")));
        Assert.Contains("retry_video", await session.Fail("download_link", new { id }), StringComparison.Ordinal);

        free.SetResult();
        await session.Call("retry_video", new { id });
        Assert.Equal("completed", (await session.End(id)).Text("status"));
    }

    [Fact]
    public async Task A_storyboard_that_was_read_can_be_made_again()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);
        var first = (await session.Call("create_video", new { prompt = "Volcanoes" })).Text("id");
        await session.End(first);

        var second = await session.Call("create_video", new { storyboard = await session.Call("get_storyboard", new { id = first }) });

        Assert.NotEqual(first, second.Text("id"));
        Assert.Equal("storyboard", (await session.End(second.Text("id"))).GetProperty("options").Text("input"));
    }

    [Fact]
    public async Task Videos_are_listed_page_by_page()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);
        var made = new List<string?>();
        foreach (var prompt in new[] { "One", "Two", "Three" }) made.Insert(0, (await session.Call("create_video", new { prompt })).Text("id"));

        var first = await session.Call("list_videos", new { limit = 2 });
        var rest = await session.Call("list_videos", new { limit = 2, after = first.Text("last_id") });

        Assert.Equal((true, false), (first.GetProperty("has_more").GetBoolean(), rest.GetProperty("has_more").GetBoolean()));
        Assert.Equal(made, first.GetProperty("data").EnumerateArray().Concat(rest.GetProperty("data").EnumerateArray()).Select(video => video.Text("id")));
    }

    [Fact]
    public async Task Voices_are_listed()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages, services: s => s.AddConsumers(bus => bus.AddConsumer<GermanSpeech>().Endpoint(endpoint => endpoint.Name = Queues.Voices)));
        await using var session = await McpSession.Open(gateway.Address);

        var voices = await session.Call("list_voices", new { language = "de-AT" });

        Assert.Equal("""{"id":"voice of de-AT","name":"Someone","languages":["de-AT"],"engine":"fake","version":null,"ready":true}""", Assert.Single(voices.GetProperty("data").EnumerateArray()).GetRawText());
        Assert.Contains("(language_tag)", await session.Fail("list_voices", new { language = "some German" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_the_videos_of_another()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"], _stages);
        var keys = gateway.Services.GetRequiredService<ApiKeys>();
        var (alice, bob) = ((await keys.Add("alice", CancellationToken.None)).Secret, (await keys.Add("bob", CancellationToken.None)).Secret);
        await using var hers = await McpSession.Open(gateway.Address, alice);
        await using var his = await McpSession.Open(gateway.Address, bob);

        var id = (await hers.Call("create_video", new { prompt = "Volcanoes" })).Text("id");
        await hers.End(id);

        foreach (var tool in new[] { "get_video", "get_storyboard", "cancel_video", "retry_video", "download_link" })
        {
            Assert.Equal("There is no such video. list_videos lists those that you have. (video_not_found)", await his.Fail(tool, new { id }));
        }
        Assert.Contains("(video_not_found)", await his.Fail("edit_scene", new { id, scene = 0, changes = new { } }), StringComparison.Ordinal);
        Assert.Empty((await his.Call("list_videos")).GetProperty("data").EnumerateArray());
        Assert.NotEqual(id, (await his.Call("create_video", new { prompt = "Volcanoes" })).Text("id"));
        Assert.Single((await hers.Call("list_videos")).GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rsk_0000000000000000000000000000000000000000000")]
    public async Task Nobody_uses_the_tools_without_a_good_key(string? key)
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"], _stages);

        var refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => McpSession.Open(gateway.Address, key));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Submissions_through_the_tools_have_a_rate_too()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys", "--Reelsmith:RateLimits:SubmissionsAtOnce=1", "--Reelsmith:RateLimits:SubmissionsPerMinute=1"], _stages);
        var alice = await gateway.Services.GetRequiredService<ApiKeys>().Add("alice", CancellationToken.None);
        await using var session = await McpSession.Open(gateway.Address, alice.Secret);

        var id = (await session.Call("create_video", new { prompt = "One" })).Text("id");

        Assert.Matches("^You are submitting too fast. Try again in [0-9]+ s. \\(submissions_too_fast\\)$", await session.Fail("create_video", new { prompt = "Two" }));
        await session.Call("get_video", new { id });
    }

    [Fact]
    public async Task Tools_say_what_they_take_and_return_and_keep_to_it()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages, services: s => s.AddConsumers(bus => bus.AddConsumer<GermanSpeech>().Endpoint(endpoint => endpoint.Name = Queues.Voices)));
        await using var session = await McpSession.Open(gateway.Address);
        var id = (await session.Call("create_video", new { prompt = "Volcanoes" })).Text("id");
        await session.End(id);
        Dictionary<string, object> calls = new()
        {
            ["create_video"] = new { text = "A house stood by the river. The river rose.", theme = "hearth" },
            ["get_video"] = new { id },
            ["list_videos"] = new { limit = 5 },
            ["get_storyboard"] = new { id },
            ["edit_scene"] = new { id, scene = 0, changes = new { narration = "Other words." } },
            ["cancel_video"] = new { id },
            ["retry_video"] = new { id },
            ["download_link"] = new { id, variant = "thumbnail" },
            ["list_voices"] = new { language = "de" },
        };

        var tools = await session.Client.ListToolsAsync();

        Assert.Equal(calls.Keys.Order(), tools.Select(tool => tool.Name).Order());
        foreach (var tool in tools)
        {
            Assert.NotEmpty(tool.Description);
            Assert.NotEmpty(tool.Title!);
            Assert.False(tool.ProtocolTool.Annotations!.OpenWorldHint);
            Assert.All(tool.JsonSchema.GetProperty("properties").EnumerateObject(), argument => Assert.NotEmpty(argument.Value.Text("description")!));
            AssertValid(tool.JsonSchema, JsonSerializer.SerializeToElement(calls[tool.Name]));
        }
        foreach (var name in new[] { "download_link", "get_video", "list_videos", "get_storyboard", "list_voices", "create_video", "edit_scene", "cancel_video", "retry_video" })
        {
            AssertValid(tools.Single(tool => tool.Name == name).ReturnJsonSchema!.Value, await session.Call(name, calls[name]));
        }
    }

    [Theory]
    [InlineData("creat_video", "{}", "There is no tool \"creat_video\". Did you mean \"create_video\"? (tool_unknown)")]
    [InlineData("create_video", "{}", "Nothing to make a film from was given. Give exactly one: a prompt, a text or a storyboard. (one_input)")]
    [InlineData("create_video", """{"prompt":"a topic","seconds":0}""", "The length is 0 s. Use 1 to 1800 seconds. (seconds_out_of_range)")]
    [InlineData("create_video", """{"prompt":"a topic","seconds":"long"}""", "The parameter \"seconds\" has another kind of value. Send a whole number. (seconds_invalid)")]
    [InlineData("create_video", """{"prompt":"a topic","theme":"dawn"}""", "There is no theme \"dawn\". Use one of dusk, hearth. (theme_unknown)")]
    [InlineData("create_video", """{"prompt":"a topic","secnods":12}""", "create_video has no argument \"secnods\". Did you mean \"seconds\"? (argument_unknown)")]
    [InlineData("create_video", """{"storyboard":{"scenes":[]}}""", null)]
    [InlineData("get_video", "{}", null)]
    [InlineData("get_video", """{"id":7}""", "\"id\" has a value of another kind. Compare it with the tool's input schema. (argument_invalid)")]
    [InlineData("list_videos", """{"limit":1e99}""", "\"limit\" has a value of another kind. Compare it with the tool's input schema. (argument_invalid)")]
    [InlineData("get_video", """{"id":"../../etc/passwd"}""", "There is no such video. list_videos lists those that you have. (video_not_found)")]
    [InlineData("list_videos", """{"limit":0}""", "The limit is 0. Use 1 to 100. (limit_out_of_range)")]
    [InlineData("list_videos", """{"after":"yesterday"}""", "\"after\" is no video's id. Use the last_id of the page before. (after_invalid)")]
    [InlineData("edit_scene", """{"id":"video_","scene":"first","changes":{}}""", null)]
    public async Task What_is_wrong_is_said_with_what_to_change(string tool, string arguments, string? said)
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);

        var error = await session.Fail(tool, JsonDocument.Parse(arguments).RootElement);

        if (said is not null) Assert.Equal(said, error);
        Assert.Matches(@"^.+\. .+[.?] \([a-z_]+\)$", error);
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
        Assert.Empty(_stages.Worked);
    }

    [Fact]
    public async Task Null_is_the_same_as_left_out()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);
        var id = (await session.Call("create_video", new { prompt = "Volcanoes", seconds = (int?)null })).Text("id");
        await session.End(id);

        Assert.EndsWith("variant=video", (await session.Call("download_link", new { id, variant = (string?)null })).Text("link"), StringComparison.Ordinal);
        Assert.EndsWith("(argument_missing)", await session.Fail("get_video", new { id = (string?)null }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scene_that_is_not_there_and_a_change_that_cannot_be_are_refused()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);
        var id = (await session.Call("create_video", new { prompt = "Volcanoes" })).Text("id");
        await session.End(id);

        Assert.Equal("There is no scene 9. The storyboard has 3: 0 to 2. (scene_not_found)", await session.Fail("edit_scene", new { id, scene = 9, changes = new { narration = "x" } }));
        Assert.Contains("sound", await session.Fail("edit_scene", new { id, scene = 0, changes = new { sound = "x" } }), StringComparison.Ordinal);
        Assert.Equal(0, (await session.Call("get_video", new { id })).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_page_of_a_stranger_cannot_use_the_tools()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/list" }), Headers = { { "Origin", "https://evil.example" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.Client.SendAsync(request)).StatusCode);
    }

    private static void AssertValid(JsonElement schema, JsonElement instance)
    {
        var result = JsonSchema.FromText(schema.GetRawText()).Evaluate(instance, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, $"{instance.GetRawText()}\n{JsonSerializer.Serialize(result)}");
    }

    private sealed class GermanSpeech : IConsumer<ListVoices>
    {
        public Task Consume(ConsumeContext<ListVoices> context) =>
            context.RespondAsync(new VoicesListed([new ListedVoice($"voice of {context.Message.Language}", "Someone", [context.Message.Language!], "fake", null, true)]));
    }
}
