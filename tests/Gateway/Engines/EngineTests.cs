using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Gateway.Tests.Engines;

public sealed class EngineTests : IDisposable
{
    private static readonly EngineReport Motion = new("video", "motion", true, "7", "Draws scenes.", null);
    private static readonly EngineReport Fonts = new("video", "fonts", false, null, "Inter.", "apt install fonts-inter");
    private readonly TemporaryData _data = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly VideoCheck _video = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Stages_say_what_they_work_with_and_one_that_nobody_serves_is_not_ready()
    {
        await using var gateway = await Start();

        var engines = await List(gateway);

        Assert.Equal(["script", "speech", "video", "video", "composer"], engines.Select(engine => engine.Text("stage")));
        Assert.Equal("""{"stage":"video","engine":"motion","ready":true,"version":"7","detail":"Draws scenes.","fix":null}""", engines[2].GetRawText());
        Assert.Equal("""{"stage":"video","engine":"fonts","ready":false,"version":null,"detail":"Inter.","fix":"apt install fonts-inter"}""", engines[3].GetRawText());
        Assert.All([engines[0], engines[1], engines[4]], engine =>
        {
            Assert.Equal((false, "unknown"), (engine.GetProperty("ready").GetBoolean(), engine.Text("engine")));
            Assert.Equal($"The {engine.Text("stage")} stage did not answer within 0.3 s.", engine.Text("detail"));
            Assert.NotEmpty(engine.Text("fix")!);
        });
    }

    [Fact]
    public async Task A_check_that_fails_is_an_engine_that_is_not_ready()
    {
        _video.Check = () => throw ReelsmithException.Unavailable("program_failed", "ffmpeg does not start.", "Install it anew.", "ffmpeg");
        await using var gateway = await Start();

        var engine = (await List(gateway))[2];

        Assert.Equal(("video", "ffmpeg", "ffmpeg does not start.", "Install it anew."), (engine.Text("stage"), engine.Text("engine"), engine.Text("detail"), engine.Text("fix")));
        Assert.False(engine.GetProperty("ready").GetBoolean());
    }

    [Fact]
    public async Task A_check_with_a_fault_is_an_engine_that_is_not_ready()
    {
        _video.Check = () => throw new InvalidOperationException("A fault.");
        await using var gateway = await Start();

        var engine = (await List(gateway))[2];

        Assert.Equal(("video", false), (engine.Text("stage"), engine.GetProperty("ready").GetBoolean()));
        Assert.Contains("A fault.", engine.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_kept_for_a_minute_and_failures_are_not()
    {
        await using var gateway = await Start();
        _video.Check = () => throw ReelsmithException.Unavailable("program_failed", "ffmpeg does not start.", "Install it anew.", "ffmpeg");
        Assert.False((await List(gateway))[2].GetProperty("ready").GetBoolean());

        _video.Check = () => [Motion];
        Assert.True((await List(gateway))[2].GetProperty("ready").GetBoolean());

        _video.Check = () => [Fonts];
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.True((await List(gateway))[2].GetProperty("ready").GetBoolean());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await List(gateway))[2].GetProperty("ready").GetBoolean());
    }

    [Fact]
    public async Task Many_who_ask_at_once_ask_a_stage_once()
    {
        await using var gateway = await Start();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => List(gateway)));

        Assert.Equal(1, _video.Asked);
    }

    private Task<GatewayHttp> Start() => GatewayHttp.Start(_data, ["--Reelsmith:Stages:AnswerWithin=00:00:00.3"],
        services: s => s.AddSingleton<TimeProvider>(_time).AddSingleton(_video).AddEngineCheck<VideoCheck>("video"));

    private static async Task<JsonElement[]> List(GatewayHttp gateway)
    {
        var answer = await gateway.Client.GetAsync("/v1/engines");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("list", list.Text("object"));
        return [.. list.GetProperty("data").EnumerateArray()];
    }

    private sealed class VideoCheck : IEngineCheck
    {
        private int _asked;

        public Func<IReadOnlyList<EngineReport>> Check { get; set; } = () => [Motion, Fonts];

        public int Asked => _asked;

        Task<IReadOnlyList<EngineReport>> IEngineCheck.Check(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(Check());
        }
    }
}
