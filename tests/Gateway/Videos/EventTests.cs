using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Videos;

public sealed class EventTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Everything_that_happens_is_told_in_order_until_the_end()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Create();

        var told = await gateway.Events(id).ToListAsync();

        var durable = told.Where(happened => happened.Id is not null).ToList();
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"{n}"), durable.Select(happened => happened.Id));
        Assert.Equal(["video.queued", "video.started"], durable.Select(happened => happened.Name).Take(2));
        Assert.Equal("video.completed", told[^1].Name);
        Assert.Equal([0, 1, 2], durable.Where(happened => happened.Name == "scene.rendered").Select(happened => happened.Json.GetProperty("scene").GetInt32()).Order());
        Assert.Equal(1, durable.Count(happened => happened.Name == "script.written"));
        Assert.Equal(3, durable.Count(happened => happened.Name == "scene.narrated"));
        Assert.All(told, happened => Assert.Equal((happened.Name, id), (happened.Json.Text("type"), happened.Video.Text("id"))));
        Assert.All(told.Where(happened => happened.Id is null), happened => Assert.Equal("progress", happened.Name));
        var progress = told.Select(happened => happened.Video.GetProperty("progress").GetInt32()).ToArray();
        Assert.Equal(progress.Order(), progress);
        Assert.Equal(100, progress[^1]);
        Assert.Equal((await gateway.Client.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}")).Text("status"), told[^1].Video.Text("status"));
    }

    [Fact]
    public async Task Whoever_comes_back_is_told_what_came_after_and_whoever_knows_the_end_nothing()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Make();

        var rest = await gateway.Events(id, lastEventId: "7").ToListAsync();
        var byQuery = await gateway.Client.GetStringAsync($"/v1/videos/{id}/events?last_event_id=7");
        var end = await gateway.Send(HttpMethod.Get, $"/v1/videos/{id}/events", ("Last-Event-ID", "10"));
        var beyond = await gateway.Send(HttpMethod.Get, $"/v1/videos/{id}/events", ("Last-Event-ID", "2000000000"));

        Assert.Equal(["8", "9", "10"], rest.Select(happened => happened.Id));
        Assert.Equal(rest, await ServerEvent.Read(new StringReader(byQuery)).ToListAsync());
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (end.StatusCode, beyond.StatusCode));
    }

    [Fact]
    public async Task A_video_that_was_edited_after_its_end_is_told_on_from_there()
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Make();
        await gateway.Client.PatchAsJsonAsync($"/v1/videos/{id}/scenes/0", new { narration = "Other words." });
        await gateway.End(id);

        var told = await gateway.Events(id, lastEventId: "10").Where(happened => happened.Id is not null).ToListAsync();

        Assert.Equal(("11", "storyboard.edited"), (told[0].Id, told[0].Name));
        Assert.Equal("video.completed", told[^1].Name);
        Assert.All(told, happened => Assert.Equal(1, happened.Video.GetProperty("revision").GetInt32()));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("abc")]
    [InlineData("99999999999")]
    public async Task An_id_that_is_none_is_refused(string lastEventId)
    {
        await using var gateway = await GatewayHttp.Start(_data);
        var id = await gateway.Make();

        var answer = await gateway.Send(HttpMethod.Get, $"/v1/videos/{id}/events", ("Last-Event-ID", lastEventId));

        Assert.Equal((HttpStatusCode.BadRequest, "last_event_id_invalid"), (answer.StatusCode, (await answer.Error()).Text("code")));
    }

    [Theory]
    [InlineData("cancel", "video.cancelled")]
    [InlineData("fail", "video.failed")]
    [InlineData("delete", "video.cancelled")]
    public async Task Every_end_is_told(string how, string name)
    {
        var go = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not RenderScene { Scene: 1 }) return;
                await go.Task.WaitAsync(ct);
                throw ReelsmithException.Unavailable("disk_full", "The disk is full.", "Free some space.");
            },
        };
        await using var gateway = await GatewayHttp.Start(_data, stages: stages);
        var id = await gateway.Create();
        await using var events = gateway.Events(id).GetAsyncEnumerator();
        ServerEvent? last = null;
        while (await events.MoveNextAsync())
        {
            if (last is null && how == "fail") go.SetResult();
            else if (last is null) await gateway.Client.SendAsync(how == "delete" ? new(HttpMethod.Delete, $"/v1/videos/{id}") : new(HttpMethod.Post, $"/v1/videos/{id}/cancel"));
            last = events.Current;
        }

        Assert.Equal(name, last!.Name);
        if (how == "fail") Assert.Equal((1, "disk_full"), (last.Json.GetProperty("scene").GetInt32(), last.Video.GetProperty("error").Text("code")));
    }

    [Fact]
    public async Task A_silent_stream_is_kept_alive_and_progress_comes_at_most_four_times_a_second()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        var reached = new TaskCompletionSource();
        var stages = new FakeStages
        {
            Before = async (work, ct) =>
            {
                if (work is not WriteScript) return;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, ct);
            },
        };
        await using var gateway = await GatewayHttp.Start(_data, stages: stages, services: services => services.AddSingleton<TimeProvider>(time));
        var id = await gateway.Create();
        await reached.Task;
        await using var events = gateway.Events(id, lastEventId: "2").GetAsyncEnumerator();

        Assert.True(await events.MoveNextAsync());
        Assert.Equal("progress", events.Current.Name);
        var board = gateway.Services.GetRequiredService<ProgressBoards>();
        for (var n = 1; n <= 50; n++) board.Report(new StageProgressed(Guid.ParseExact(id["video_".Length..], "N"), "script", null, n / 100.0));
        var next = events.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
        await next;
        var afterMerged = events.Current.Video.GetProperty("progress").GetInt32();
        next = events.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await next;

        Assert.True(afterMerged > 0, "all fifty reports are in the one event");
        Assert.Equal(":", events.Current.Name);
    }

    [Fact]
    public async Task Watchers_that_go_away_leave_no_trace()
    {
        var go = new TaskCompletionSource();
        var log = new LogRecorder();
        var stages = new FakeStages { Before = (work, ct) => work is ComposeVideo ? go.Task.WaitAsync(ct) : Task.CompletedTask };
        await using var gateway = await GatewayHttp.Start(_data, stages: stages, services: services => services.AddLogging(logging => logging.AddProvider(log)));
        var id = await gateway.Create();
        var watchers = Enumerable.Range(0, 100).Select(_ => gateway.Events(id).GetAsyncEnumerator()).ToList();
        foreach (var watcher in watchers)
        {
            while (await watcher.MoveNextAsync() && watcher.Current.Video.GetProperty("scenes_done") is not { ValueKind: JsonValueKind.Number })
            {
            }
        }
        var board = gateway.Services.GetRequiredService<ProgressBoards>().Find(Guid.ParseExact(id["video_".Length..], "N"))!;
        Assert.True(board.IsWatched);

        foreach (var watcher in watchers) await watcher.DisposeAsync();
        while (board.IsWatched) await Task.Delay(10);

        go.SetResult();
        Assert.Equal("completed", (await gateway.End(id)).Text("status"));
        Assert.DoesNotContain(log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_thousand_watchers_of_a_video_are_all_told_everything()
    {
        var go = new TaskCompletionSource();
        var stages = new FakeStages { Before = (work, ct) => work is RenderScene ? go.Task.WaitAsync(ct) : Task.CompletedTask };
        await using var gateway = await GatewayHttp.Start(_data, stages: stages);
        var id = await gateway.Create();
        var begun = new CountdownEvent(1_000);
        var watchers = Enumerable.Range(0, begun.InitialCount).Select(async _ =>
        {
            var durable = 0;
            ServerEvent? last = null;
            await foreach (var happened in gateway.Events(id))
            {
                if (last is null) begun.Signal();
                last = happened;
                if (happened.Id is not null) durable++;
            }
            return (durable, last!.Name);
        }).ToArray();
        await Task.Run(begun.Wait);

        go.SetResult();

        Assert.All(await Task.WhenAll(watchers), watcher => Assert.Equal((10, "video.completed"), watcher));
    }
}
