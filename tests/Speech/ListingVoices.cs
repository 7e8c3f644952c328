using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Tests;

/// <summary>Whoever asks over the bus is told what <see cref="VoiceCatalog"/> lists.</summary>
public sealed class ListingVoices(SpeechProcess speech) : IClassFixture<SpeechProcess>
{
    [Fact]
    public async Task Every_voice_is_listed_as_it_is()
    {
        var known = await speech.Services.GetRequiredService<VoiceCatalog>().List(CancellationToken.None);

        var listed = await Ask(null);

        Assert.Equal(known.Select(voice => (voice.Id, voice.Name, voice.Engine, voice.EngineVersion, voice.Ready)),
            listed.Select(voice => (voice.Id, voice.Name, voice.Engine, voice.Version, voice.Ready)));
        Assert.Equal(known.SelectMany(voice => voice.Languages), listed.SelectMany(voice => voice.Languages));
    }

    [Theory]
    [InlineData("de-AT", "espeak-de")]
    [InlineData("en", "en-us-slt")]
    [InlineData("no", "espeak-nb")]
    public async Task Those_of_a_language_speak_it(string language, string first)
    {
        var voices = await Ask(language);

        Assert.Equal(first, voices[0].Id);
        Assert.True(voices.Count < (await Ask(null)).Count);
    }

    [Fact]
    public async Task Nobody_speaks_a_language_that_there_is_not() => Assert.Empty(await Ask("qqq"));

    [Fact]
    public async Task The_stage_says_which_engines_it_has()
    {
        var client = speech.Services.GetRequiredService<IBus>().CreateRequestClient<DescribeEngines>(Queues.Address(Queues.Engines(Queues.Speech)));

        var answer = await client.GetResponse<EnginesDescribed>(new DescribeEngines("speech"));

        Assert.Equal([("speech", "festival", true), ("speech", "espeak-ng", true)], answer.Message.Engines.Select(engine => (engine.Stage, engine.Engine, engine.Ready)));
    }

    private async Task<IReadOnlyList<ListedVoice>> Ask(string? language)
    {
        var client = speech.Services.GetRequiredService<IBus>().CreateRequestClient<ListVoices>(Queues.Address(Queues.Voices));
        return (await client.GetResponse<VoicesListed>(new ListVoices(language))).Message.Voices;
    }
}
