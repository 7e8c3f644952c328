using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Telemetry;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Telemetry.Tests;

public sealed class TraceTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly Spans _spans = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_job_is_one_trace_from_the_request_to_the_film()
    {
        string id;
        await using (var server = await TestServer.AllInOne(_data, more: services => _spans.Listen(services)))
        {
            (id, var status) = await server.Make("Volcanoes");
            Assert.Equal("completed", status);
        }

        var trace = _spans.OfJob(id);
        Spans.AreATree(trace);
        Assert.Equal(1, trace.Count(span => span.DisplayName == "stage script"));
        Assert.Equal([0, 1, 2], Scenes(trace, "stage speech"));
        Assert.Equal([0, 1, 2], Scenes(trace, "stage video"));
        var composed = Assert.Single(trace, span => span.DisplayName == "stage composer");
        Assert.Equal("fake 1", composed.GetTagItem(TelemetryNames.Engine));
        Assert.Equal(false, composed.GetTagItem(TelemetryNames.Cached));
        Assert.All(trace.Where(span => span.DisplayName == "commit"), commit => Assert.True((int)commit.GetTagItem("reelsmith.commit.size")! >= 1));
        Assert.DoesNotContain(trace, span => span.Status == ActivityStatusCode.Error);
        Assert.All(_spans.All, span => Assert.True(span.ParentId is not null || span.Kind == ActivityKind.Server, $"{span.DisplayName} stands alone"));
    }

    [Fact]
    public async Task A_job_that_waits_in_line_starts_in_the_trace_of_its_request()
    {
        var held = new TaskCompletionSource();
        var stages = new FakeStages { Before = (command, stop) => command is WriteScript { Request.Prompt: "First" } ? held.Task.WaitAsync(stop) : Task.CompletedTask };
        string id;
        await using (var server = await TestServer.AllInOne(_data, stages, services => _spans.Listen(services), "--Reelsmith:Jobs:Running=1"))
        {
            await Submit(server, "First");
            id = await Submit(server, "Second");
            held.SetResult();
            Assert.Equal("completed", await server.End(id));
        }

        var trace = _spans.OfJob(id);
        Spans.AreATree(trace);
        Assert.Single(trace, span => span.DisplayName == "job start");
        Assert.Single(trace, span => span.DisplayName == "stage composer");
    }

    [Fact]
    public async Task A_job_goes_on_in_its_trace_after_a_restart()
    {
        var stages = new FakeStages { Before = (command, stop) => command is RenderScene ? Task.Delay(Timeout.Infinite, stop) : Task.CompletedTask };
        string id;
        await using (var server = await TestServer.AllInOne(_data, stages, services => _spans.Listen(services)))
        {
            id = await Submit(server, "Volcanoes");
            while (stages.Worked.Count(command => command is NarrateScene) < 3) await Task.Delay(20);
        }
        await using (var server = await TestServer.AllInOne(_data, more: services => _spans.Listen(services))) Assert.Equal("completed", await server.End(id));

        var trace = _spans.OfJob(id);
        Spans.AreATree(trace);
        Assert.Single(trace, span => span.DisplayName == "stage composer");
    }

    [Fact]
    public async Task A_failure_is_the_status_of_its_stage()
    {
        var stages = new FakeStages { Before = (command, _) => command is RenderScene { Scene: 1 } ? throw ReelsmithException.InvalidInput("refused", "This scene is refused.", "Change it.") : Task.CompletedTask };
        string id;
        await using (var server = await TestServer.AllInOne(_data, stages, services => _spans.Listen(services)))
        {
            (id, var status) = await server.Make("Volcanoes");
            Assert.Equal("failed", status);
        }

        var trace = _spans.OfJob(id);
        Spans.AreATree(trace);
        var failed = Assert.Single(trace, span => span.DisplayName == "stage video" && span.Status == ActivityStatusCode.Error);
        Assert.Equal("refused", failed.GetTagItem(TelemetryNames.ErrorType));
        Assert.Equal(1, failed.GetTagItem(TelemetryNames.Scene));
    }

    [Fact]
    public async Task A_share_of_nothing_traces_nothing()
    {
        await using (var server = await TestServer.AllInOne(_data, more: services => _spans.Listen(services, sampling: 0))) Assert.Equal("completed", (await server.Make("Volcanoes")).Status);

        Assert.Empty(_spans.All);
    }

    private static async Task<string> Submit(TestServer server, string prompt)
    {
        using var answer = await server.Client.PostAsJsonAsync("/v1/videos", new { prompt });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static IEnumerable<int> Scenes(IEnumerable<Activity> trace, string name) => trace.Where(span => span.DisplayName == name).Select(span => (int)span.GetTagItem(TelemetryNames.Scene)!).Order();
}
