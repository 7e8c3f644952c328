using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Tests.Engines;

public sealed class VoiceTests : IDisposable
{
    private static readonly ListedVoice Slt = new("en-us-slt", "SLT", ["en-US", "en"], "festival", "2.5", true);
    private static readonly ListedVoice German = new("espeak-de", "German", ["de"], "espeak-ng", null, false);
    private readonly TemporaryData _data = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly Speech _speech = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_speech_stage_says_which_voices_there_are()
    {
        await using var gateway = await Start();

        Assert.Equal("""
            {"data":[{"id":"en-us-slt","name":"SLT","languages":["en-US","en"],"engine":"festival","version":"2.5","ready":true},{"id":"espeak-de","name":"German","languages":["de"],"engine":"espeak-ng","version":null,"ready":false}],"object":"list"}
            """, await gateway.Client.GetStringAsync("/v1/voices"));
        Assert.Null(Assert.Single(_speech.Asked));
    }

    [Fact]
    public async Task Only_the_voices_of_a_language()
    {
        await using var gateway = await Start();

        Assert.Equal(["espeak-de"], await Ids(gateway, "?language=de-AT"));
        Assert.Equal(["espeak-de"], await Ids(gateway, "?language=DE-at"));
        Assert.Equal(["en-us-slt", "espeak-de"], await Ids(gateway, ""));
        Assert.Equal(["de-AT", null], _speech.Asked);

        _time.Advance(TimeSpan.FromMinutes(1));
        await Ids(gateway, "?language=de-AT");
        Assert.Equal(["de-AT", null, "de-AT"], _speech.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("english please")]
    [InlineData("e")]
    [InlineData("en%0d%0aX: y")]
    public async Task What_is_no_language_tag_is_refused(string language)
    {
        await using var gateway = await Start();

        var answer = await gateway.Client.GetAsync($"/v1/voices?language={language}");

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.BadRequest, "language_tag", "language"), (answer.StatusCode, error.Text("code"), error.Text("param")));
        Assert.Empty(_speech.Asked);
    }

    [Fact]
    public async Task A_speech_stage_that_nobody_serves_is_a_503_that_says_so()
    {
        await using var gateway = await GatewayHttp.Start(_data, ["--Reelsmith:Stages:AnswerWithin=00:00:00.2"]);

        var answer = await gateway.Client.GetAsync("/v1/voices");

        var error = await answer.Error();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stage_unanswered"), (answer.StatusCode, error.Text("code")));
        Assert.Contains("speech", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_in_any_number_of_languages_keeps_few_of_the_answers()
    {
        await using var gateway = await Start();
        await Ids(gateway, "?language=de");
        foreach (var n in Enumerable.Range(0, 64)) await Ids(gateway, $"?language=en-x{n}");

        await Ids(gateway, "?language=de");

        Assert.Equal(2, _speech.Asked.Count(language => language == "de"));
    }

    [Fact]
    public async Task Themes_say_how_films_can_look_and_how_large_they_can_be()
    {
        await using var gateway = await Start();

        var themes = JsonDocument.Parse(await gateway.Client.GetStringAsync("/v1/themes")).RootElement;

        Assert.Equal(["dusk", "hearth"], themes.GetProperty("data").EnumerateArray().Select(theme => theme.Text("id")));
        Assert.Equal(["ember", "ocean", "forest", "cosmos"], themes.GetProperty("data")[0].GetProperty("moods").EnumerateArray().Select(mood => mood.GetString()));
        Assert.Empty(themes.GetProperty("data")[1].GetProperty("moods").EnumerateArray());
        Assert.Contains("none", themes.GetProperty("music").EnumerateArray().Select(music => music.GetString()));
        Assert.Contains("1080x1920", themes.GetProperty("aspects").EnumerateArray().Select(aspect => aspect.Text("size")));
        var limits = themes.GetProperty("limits");
        Assert.Equal("""{"min":1,"max":1800}""", limits.GetProperty("seconds").GetRawText());
        foreach (var rate in limits.GetProperty("frames_per_second").EnumerateArray()) VideoRequestRules.Check(new VideoFormat(1920, 1080, rate.GetInt32()));
        Assert.Equal(2_000, limits.GetProperty("prompt_characters").GetInt32());
    }

    private Task<GatewayHttp> Start() => GatewayHttp.Start(_data, services: s => s.AddSingleton<TimeProvider>(_time).AddSingleton(_speech)
        .AddConsumers(bus => bus.AddConsumer<Consumer>().Endpoint(endpoint => endpoint.Name = Queues.Voices)));

    private static async Task<string?[]> Ids(GatewayHttp gateway, string query) =>
        [.. JsonDocument.Parse(await gateway.Client.GetStringAsync($"/v1/voices{query}")).RootElement.GetProperty("data").EnumerateArray().Select(voice => voice.Text("id"))];

    private sealed class Speech
    {
        public ConcurrentQueue<string?> Asked { get; } = new();
    }

    private sealed class Consumer(Speech speech) : IConsumer<ListVoices>
    {
        public Task Consume(ConsumeContext<ListVoices> context)
        {
            var language = context.Message.Language;
            speech.Asked.Enqueue(language);
            return context.RespondAsync(new VoicesListed(language is null ? [Slt, German] : language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? [German] : [Slt]));
        }
    }
}
