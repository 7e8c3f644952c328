using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Engines;
using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Synthesis;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Tests;

public sealed class Voices(SpeechProcess speech) : IClassFixture<SpeechProcess>
{
    [Fact]
    public async Task The_catalog_lists_both_engines_with_the_English_default_first()
    {
        var voices = await speech.Services.GetRequiredService<VoiceCatalog>().List(TestContext.Current.CancellationToken);

        Assert.Equal(("en-us-slt", "festival", "2.5.0", true), (voices[0].Id, voices[0].Engine, voices[0].EngineVersion, voices[0].Ready));
        Assert.True(voices.Count(voice => voice.Engine == "espeak-ng") > 50);
        Assert.Equal(voices.Count, voices.Select(voice => voice.Id).Distinct().Count());
        Assert.Contains(voices, voice => voice.Id == "espeak-cmn" && voice.Speaks("zh-CN"));
    }

    [Theory]
    [InlineData("en", null, "en-us-slt")]
    [InlineData("", null, "en-us-slt")]
    [InlineData("en-GB", null, "espeak-en-gb")]
    [InlineData("de-AT", null, "espeak-de")]
    [InlineData("zh-Hans", null, "espeak-cmn")]
    [InlineData("fr", null, "espeak-fr-fr")]
    [InlineData("pt", null, "espeak-pt-br")]
    [InlineData("no", null, "espeak-nb")]
    [InlineData("en", "espeak-en-us+f3", "espeak-en-us+f3")]
    [InlineData("", "espeak-de", "espeak-de")]
    public async Task The_voice_follows_the_language_unless_one_is_named(string language, string? asked, string voice)
    {
        var choice = await speech.Services.GetRequiredService<VoiceChooser>().Choose(language, asked, anywhere: true, TestContext.Current.CancellationToken);

        Assert.Equal(voice, choice.VoiceOrFailure().Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("en-us-slt")]
    public async Task English_goes_on_with_the_other_engine_when_Festival_is_missing(string? asked)
    {
        var espeak = speech.Services.GetServices<ISpeechSynthesizer>().Single(synthesizer => synthesizer.Engine == "espeak-ng");
        using var catalog = new VoiceCatalog([new MissingEngine("festival"), espeak], Alone);

        var choice = await new VoiceChooser(catalog).Choose("en", asked, anywhere: true, TestContext.Current.CancellationToken);

        Assert.Equal("espeak-en-us", choice.VoiceOrFailure().Id);
    }

    [Fact]
    public async Task Without_any_engine_the_failure_says_what_to_install()
    {
        using var catalog = new VoiceCatalog([new MissingEngine("festival"), new MissingEngine("espeak-ng")], Alone);

        var choice = await new VoiceChooser(catalog).Choose("en", null, anywhere: true, TestContext.Current.CancellationToken);

        Assert.Equal("voice_missing", choice.Failure!.Code);
        Assert.Contains("apt install festival festvox-us-slt-hts espeak-ng", choice.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_reports_both_engines_ready()
    {
        var reports = await speech.Services.GetServices<IEngineCheck>().Single().Check(TestContext.Current.CancellationToken);

        Assert.Equal(["festival", "espeak-ng"], reports.Select(report => report.Engine));
        Assert.All(reports, report => Assert.True(report.Ready));
    }

    private static EngineQueues Alone { get; } = new(new BrokerSettings(), new Broker(new BrokerSettings(), NullLogger<Broker>.Instance), TimeProvider.System);

    /// <summary>An engine as it looks on a machine without it.</summary>
    private sealed class MissingEngine(string name) : ISpeechSynthesizer
    {
        public string Engine => name;

        public Task<IReadOnlyList<Voice>> Voices(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Voice>>([]);

        public Task<IReadOnlyList<SpokenSentence>> Speak(IReadOnlyList<SpeechSentence> sentences, Voice voice, StageWork work, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("It is not installed.");
    }
}
