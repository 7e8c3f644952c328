using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>Videos as their callers see them: told, listed, cancelled, tried again, remixed, removed.</summary>
public sealed class VideoTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_finished_video_tells_all_about_itself()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Make("""{"prompt":"p","seconds":10}""");

        var answer = await gateway.Client.GetAsync($"/v1/videos/{id}");

        var video = await answer.Json();
        Assert.Equal(["id", "object", "model", "status", "progress", "created_at", "completed_at", "expires_at", "prompt", "seconds", "size", "remixed_from_video_id", "error",
            "title", "stage", "queue_position", "seconds_left", "revision", "scenes_done", "scenes_total", "storyboard_ready", "options"], video.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("completed", 100, "A sample", true), (video.Text("status"), video.GetProperty("progress").GetInt32(), video.Text("title"), video.GetProperty("storyboard_ready").GetBoolean()));
        var (created, completed, expires) = (video.GetProperty("created_at").GetInt64(), video.GetProperty("completed_at").GetInt64(), video.GetProperty("expires_at").GetInt64());
        Assert.True(created <= completed && completed < expires);
        Assert.Matches("^[0-9]+$", video.Text("seconds")!); // of the film as it became
        Assert.False(answer.Headers.Contains("openai-poll-after-ms"));
    }

    [Fact]
    public async Task A_video_being_made_tells_how_far_it_is()
    {
        var (reached, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not RenderScene { Scene: 2 }) return;
                reached.TrySetResult();
                await go.Task.WaitAsync(ct);
            },
        };
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Jobs:Running=1"], stages);
        var id = await gateway.Create();
        await reached.Task;
        var waiting = await gateway.Create("""{"prompt":"another"}""");
        await gateway.Events(id).FirstAsync(told => told.Video.GetProperty("scenes_done") is { ValueKind: JsonValueKind.Number } done && done.GetInt32() == 2);

        var answer = await gateway.Client.GetAsync($"/v1/videos/{id}");
        var video = await answer.Json();
        var next = await gateway.Client.GetFromJsonAsync<JsonElement>($"/v1/videos/{waiting}");

        Assert.Equal("1000", Assert.Single(answer.Headers.GetValues("openai-poll-after-ms")));
        Assert.Equal(("in_progress", "video", 2, 3), (video.Text("status"), video.Text("stage"), video.GetProperty("scenes_done").GetInt32(), video.GetProperty("scenes_total").GetInt32()));
        Assert.InRange(video.GetProperty("progress").GetInt32(), 1, 99);
        Assert.Equal(("queued", 0, 0), (next.Text("status"), next.GetProperty("queue_position").GetInt32(), next.GetProperty("progress").GetInt32()));
        go.SetResult();
        Assert.Equal("completed", (await gateway.End(waiting)).Text("status"));
    }

    [Theory]
    [InlineData("video_")]
    [InlineData("video_0")]
    [InlineData("video_00000000000000000000000000000000")]
    [InlineData("video_0000000000000000000000000000000g")]
    [InlineData("video_000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("VIDEO_00000000000000000000000000000000")]
    [InlineData("video_..%2F..%2Fetc%2Fpasswd")]
    [InlineData("..%5C..%5Cgateway.db")]
    [InlineData("characters")]
    public async Task What_is_no_id_of_a_video_is_404_everywhere(string id)
    {
        await using var gateway = await GatewayHttp.Start(_data);

        foreach (var (method, path) in Paths)
        {
            var answer = await gateway.Client.SendAsync(new HttpRequestMessage(method, $"/v1/videos/{id}{path}") { Content = BodyOf(method, path) });
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{method} {path} of {id} is {answer.StatusCode}");
            if (method != HttpMethod.Head) await answer.Error();
        }
    }

    [Fact]
    public async Task Nobody_can_tell_anothers_video_from_none()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--require-keys"]);
        var keys = gateway.Services.GetRequiredService<ApiKeys>();
        var (alice, bob) = ((await keys.Add("alice", CancellationToken.None)).Secret, (await keys.Add("bob", CancellationToken.None)).Secret);
        gateway.Client.DefaultRequestHeaders.Authorization = new("Bearer", alice);
        var id = await gateway.Make();

        gateway.Client.DefaultRequestHeaders.Authorization = new("Bearer", bob);
        foreach (var (method, path) in Paths)
        {
            var answer = await gateway.Client.SendAsync(new HttpRequestMessage(method, $"/v1/videos/{id}{path}") { Content = BodyOf(method, path) });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Empty((await gateway.Client.GetFromJsonAsync<JsonElement>("/v1/videos")).GetProperty("data").EnumerateArray());
        Assert.NotEqual(id, await gateway.Create()); // the same wish of another is another video

        gateway.Client.DefaultRequestHeaders.Authorization = new("Bearer", alice);
        Assert.Equal("completed", (await gateway.Client.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}")).Text("status"));
    }

    [Fact]
    public async Task Lists_go_page_by_page_in_either_order()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var ids = new List<string>();
        for (var n = 0; n < 5; n++) ids.Add(await gateway.Create($"{{\"prompt\":\"p\",\"seed\":{n}}}"));
        ids.Sort(StringComparer.Ordinal);
        async Task<(string[] Ids, bool More, string? First, string? Last)> Page(string query)
        {
            var page = await gateway.Client.GetFromJsonAsync<JsonElement>($"/v1/videos{query}");
            Assert.Equal("list", page.Text("object"));
            return ([.. page.GetProperty("data").EnumerateArray().Select(video => video.Text("id")!)], page.GetProperty("has_more").GetBoolean(), page.Text("first_id"), page.Text("last_id"));
        }

        var first = await Page("?limit=2");
        var second = await Page($"?limit=3&after={first.Last}");
        var upwards = await Page($"?order=asc&limit=100&after={ids[1]}");

        Assert.Equal((ids[4], ids[3], true), (first.First, first.Last, first.More));
        Assert.Equal([ids[2], ids[1], ids[0]], second.Ids);
        Assert.False(second.More);
        Assert.Equal([ids[2], ids[3], ids[4]], upwards.Ids);
        var none = await Page($"?after={ids[0]}");
        Assert.Equal((0, false, null, null), (none.Ids.Length, none.More, none.First, none.Last));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?limit=99999999999", "limit")]
    [InlineData("?order=up", "order")]
    [InlineData("?after=nothing", "after")]
    [InlineData("?after=video_'%20OR%201=1--", "after")]
    public async Task A_list_that_cannot_be_is_refused(string query, string param)
    {
        await using var gateway = await GatewayHttp.Start(_data);

        var answer = await gateway.Client.GetAsync($"/v1/videos{query}");

        Assert.Equal((HttpStatusCode.BadRequest, param), (answer.StatusCode, (await answer.Error()).Text("param")));
    }

    [Fact]
    public async Task A_cancelled_video_has_failed_with_that_code_and_goes_on_when_tried_again()
    {
        var hold = true;
        var reached = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (!hold || work is not RenderScene { Scene: 1 }) return;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            },
        };
        await using var gateway = await GatewayHttp.Start(_data, stages: stages);
        var id = await gateway.Create();
        await reached.Task;

        var early = await gateway.Client.PostAsync($"/v1/videos/{id}/retry", null);
        var cancelled = await (await gateway.Client.PostAsync($"/v1/videos/{id}/cancel", null)).Json();
        var again = await (await gateway.Client.PostAsync($"/v1/videos/{id}/cancel", null)).Json();
        hold = false;
        var retried = await (await gateway.Client.PostAsync($"/v1/videos/{id}/retry", null)).Json();

        Assert.Equal((HttpStatusCode.Conflict, "video_not_failed"), (early.StatusCode, (await early.Error()).Text("code")));
        Assert.Equal(("failed", "cancelled"), (cancelled.Text("status"), cancelled.GetProperty("error").Text("code")));
        Assert.Equal(cancelled.GetRawText(), again.GetRawText());
        Assert.Equal((1, JsonValueKind.Null), (retried.GetProperty("revision").GetInt32(), retried.GetProperty("error").ValueKind));
        Assert.Equal("completed", (await gateway.End(id)).Text("status"));
        Assert.Single(stages.Worked.OfType<WriteScript>());
    }

    [Fact]
    public async Task A_failed_video_says_why_and_what_to_change()
    {
        var stages = new FakeStages { Before = (work, _) => work is RenderScene { Scene: 1 } ? throw ReelsmithException.Unavailable("disk_full", "The disk is full.", "Free some space.") : Task.CompletedTask };
        await using var gateway = await GatewayHttp.Start(_data, stages: stages);
        var id = await gateway.Create();

        var video = await gateway.End(id);
        var content = await gateway.Client.GetAsync($"/v1/videos/{id}/content");

        Assert.Equal(("failed", JsonValueKind.Null), (video.Text("status"), video.GetProperty("completed_at").ValueKind));
        Assert.Equal("""{"code":"disk_full","message":"The disk is full. Free some space.","stage":"video","scene":1,"retryable":false}""", video.GetProperty("error").GetRawText());
        Assert.Equal(HttpStatusCode.Conflict, content.StatusCode);
        Assert.Equal("false", Assert.Single(content.Headers.GetValues("x-should-retry")));
        Assert.Contains("The disk is full.", (await content.Error()).Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remix_is_another_prompt_with_the_same_options()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Make("""{"prompt":"p","model":"m","seconds":20,"size":"640x360","voice":"v","music":"none","seed":4}""");

        var json = await (await gateway.PostJson($"/v1/videos/{id}/remix", """{"prompt":" Another topic "}""")).Json();
        var form = await (await gateway.PostForm($"/v1/videos/{id}/remix", ("prompt", "A third"))).Json();

        Assert.Equal((id, "Another topic", "m", "640x360", "20"), (json.Text("remixed_from_video_id"), json.Text("prompt"), json.Text("model"), json.Text("size"), json.Text("seconds")));
        Assert.Equal("""{"input":"prompt","seconds":20,"fps":30,"language":null,"voice":"v","theme":null,"music":"none","captions":null,"seed":4,"photo":false}""", json.GetProperty("options").GetRawText());
        Assert.Equal((id, "A third"), (form.Text("remixed_from_video_id"), form.Text("prompt")));
        Assert.Equal(3, new[] { id, json.Text("id"), form.Text("id") }.Distinct().Count());
    }

    [Theory]
    [InlineData("{}", "prompt_missing")]
    [InlineData("""{"prompt":" "}""", "prompt_empty")]
    [InlineData("""{"prompt":"p","seconds":8}""", "unknown_parameter")]
    public async Task A_remix_that_cannot_be_is_refused(string json, string code)
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Make();

        var answer = await gateway.PostJson($"/v1/videos/{id}/remix", json);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, (await answer.Error()).Text("code")));
    }

    [Fact]
    public async Task A_removed_video_is_gone_at_any_point_of_its_life()
    {
        var reached = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not WriteScript { Request.Seed: 1 }) return;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            },
        };
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Jobs:Running=1"], stages);
        var finished = await gateway.Make();
        var running = await gateway.Create("""{"prompt":"p","seed":1}""");
        await reached.Task;
        var queued = await gateway.Create("""{"prompt":"p","seed":2}""");

        foreach (var id in new[] { queued, running, finished })
        {
            Assert.Equal($$"""{"id":"{{id}}","object":"video.deleted","deleted":true}""", (await (await gateway.Client.DeleteAsync($"/v1/videos/{id}")).Json()).GetRawText());
            Assert.Equal(HttpStatusCode.NotFound, (await gateway.Client.GetAsync($"/v1/videos/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await gateway.Client.DeleteAsync($"/v1/videos/{id}")).StatusCode);
        }
        Assert.DoesNotContain(stages.Worked.OfType<WriteScript>(), script => script.Request.Seed == 2);
    }

    [Fact]
    public async Task Markup_in_a_prompt_stays_text()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        const string Prompt = "<script>alert('x')</script> & \"quotes\"";

        var answer = await gateway.PostJson("/v1/videos", JsonSerializer.Serialize(new { prompt = Prompt }));

        Assert.Equal(Prompt, (await answer.Json()).Text("prompt"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private static (HttpMethod Method, string Path)[] Paths =>
    [
        (HttpMethod.Get, ""), (HttpMethod.Get, "/content"), (HttpMethod.Head, "/content"), (HttpMethod.Get, "/content?variant=qc"), (HttpMethod.Get, "/events"), (HttpMethod.Get, "/storyboard"),
        (HttpMethod.Put, "/storyboard"), (HttpMethod.Patch, "/scenes/0"), (HttpMethod.Post, "/cancel"), (HttpMethod.Post, "/retry"), (HttpMethod.Post, "/remix"), (HttpMethod.Get, "/preview.m3u8"),
        (HttpMethod.Get, "/preview/0.m4s"), (HttpMethod.Delete, ""),
    ];

    private static StringContent? BodyOf(HttpMethod method, string path) => method == HttpMethod.Put ? Json(JsonSerializer.Serialize(SampleStoryboard.Of(1), ContractsJson.Compact))
        : method == HttpMethod.Patch ? Json("{}")
        : path == "/remix" ? Json("""{"prompt":"p"}""")
        : null;

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
