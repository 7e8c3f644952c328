using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Engines;

public sealed class StoryboardTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly FakeStages _stages = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_storyboard_is_written_and_nothing_else_is_made()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);

        var answer = await gateway.Client.PostAsJsonAsync("/v1/storyboards", new { prompt = " Why do volcanoes erupt? ", seconds = "12", language = "en", theme = "hearth", captions = false, seed = 7 });

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(_stages.Storyboard.Title, StoryboardReader.Read(await answer.Content.ReadAsByteArrayAsync()).Title);
        var command = Assert.IsType<WriteScript>(Assert.Single(_stages.Worked));
        Assert.Equal(new VideoRequest { Prompt = "Why do volcanoes erupt?", Seconds = 12, Language = "en", Theme = "hearth", Captions = false, Seed = 7 }, command.Request);
        Assert.Empty(JsonDocument.Parse(await gateway.Client.GetStringAsync("/v1/videos")).RootElement.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task A_text_comes_as_an_uploaded_file_too()
    {
        const string Text = "A house stood by the river. The river rose.";
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Text)), "text", "story.txt" }, { new StringContent("20"), "seconds" } };

        Assert.Equal(HttpStatusCode.OK, (await gateway.Client.PostAsync("/v1/storyboards", form)).StatusCode);

        var request = Assert.IsType<WriteScript>(Assert.Single(_stages.Worked)).Request;
        Assert.Equal(20, request.Seconds);
        Assert.Equal(Text, await File.ReadAllTextAsync(await gateway.Services.GetRequiredService<IArtifactStore>().PathOf(request.Text!, default)));
    }

    [Theory]
    [InlineData("{}", "one_input", null)]
    [InlineData("""{"prompt":"x","text":"y"}""", "one_input", null)]
    [InlineData("""{"prompt":"a topic","size":"1280x720"}""", "unknown_parameter", "size")]
    [InlineData("""{"prompt":"a topic","webhook":"http://example.com"}""", "unknown_parameter", "webhook")]
    [InlineData("""{"prompt":"a topic","seconds":0}""", "seconds_out_of_range", "seconds")]
    [InlineData("""{"prompt":"a topic","theme":"dawn"}""", "theme_unknown", "theme")]
    [InlineData("""{"storyboard":{"title":"x"}}""", null, "storyboard")]
    [InlineData("{", "json_invalid", null)]
    public async Task What_cannot_be_written_is_refused_before_the_stage_is_asked(string body, string? code, string? param)
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);

        var answer = await gateway.Client.PostAsync("/v1/storyboards", new StringContent(body, Encoding.UTF8, "application/json"));

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, param), (answer.StatusCode, error.Text("param")));
        if (code is not null) Assert.Equal(code, error.Text("code"));
        Assert.Empty(_stages.Worked);
    }

    [Theory]
    [InlineData(FailureKind.InvalidInput, HttpStatusCode.BadRequest, "topic_unknown")]
    [InlineData(FailureKind.Unavailable, HttpStatusCode.ServiceUnavailable, "topic_unknown")]
    [InlineData(FailureKind.Internal, HttpStatusCode.InternalServerError, "internal")]
    public async Task A_failure_of_the_stage_is_the_error(FailureKind kind, HttpStatusCode status, string code)
    {
        _stages.Before = (_, _) => throw new ReelsmithException(new Failure(kind, "topic_unknown", "WordNet knows no volcanoes.", "Ask for something else."));
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);

        var answer = await gateway.Client.PostAsJsonAsync("/v1/storyboards", new { prompt = "Volcanoes" });

        Assert.Equal((status, code), (answer.StatusCode, (await answer.Error()).Text("code")));
    }

    [Fact]
    public async Task Whoever_goes_away_stops_the_work()
    {
        var (begun, stopped) = Hold();
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        using var patience = new CancellationTokenSource();
        var asking = gateway.Client.PostAsJsonAsync("/v1/storyboards", new { prompt = "Volcanoes" }, patience.Token);
        await begun;

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await stopped;
    }

    [Fact]
    public async Task A_stage_that_takes_too_long_is_stopped_and_the_answer_says_so()
    {
        var (_, stopped) = Hold();
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Stages:StoryboardWithin=00:00:00.5"], _stages);

        var answer = await gateway.Client.PostAsJsonAsync("/v1/storyboards", new { prompt = "Volcanoes" });

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stage_unanswered"), (answer.StatusCode, error.Text("code")));
        Assert.NotNull(answer.Headers.RetryAfter);
        await stopped;
    }

    [Fact]
    public async Task Too_many_at_once_are_told_to_come_back()
    {
        var (begun, _) = Hold();
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Stages:StoryboardsAtOnce=1"], _stages);
        using var patience = new CancellationTokenSource();
        var first = gateway.Client.PostAsJsonAsync("/v1/storyboards", new { prompt = "Volcanoes" }, patience.Token);
        await begun;

        var second = await gateway.Client.PostAsJsonAsync("/v1/storyboards", new { prompt = "Glaciers" });

        Assert.Equal((HttpStatusCode.TooManyRequests, "storyboards_busy"), (second.StatusCode, (await second.Error()).Text("code")));
        Assert.NotNull(second.Headers.RetryAfter);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task Aspects_are_those_that_a_video_can_have()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        var themes = JsonDocument.Parse(await gateway.Client.GetStringAsync("/v1/themes")).RootElement;

        foreach (var aspect in themes.GetProperty("aspects").EnumerateArray())
        {
            var video = await gateway.Client.PostAsJsonAsync("/v1/videos", new { prompt = "A topic", aspect = aspect.Text("aspect") });
            Assert.Equal(aspect.Text("size"), JsonDocument.Parse(await video.Content.ReadAsStringAsync()).RootElement.Text("size"));
        }
    }

    private (Task Begun, Task Stopped) Hold()
    {
        var (begun, stopped) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _stages.Before = async (_, ct) =>
        {
            begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                stopped.TrySetResult();
            }
        };
        return (begun.Task, stopped.Task);
    }
}
