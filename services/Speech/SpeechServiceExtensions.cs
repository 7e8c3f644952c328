using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Engines;
using Reelsmith.Speech.Narration;
using Reelsmith.Speech.Synthesis;
using Reelsmith.Speech.Synthesis.Espeak;
using Reelsmith.Speech.Synthesis.Festival;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech;

public static class SpeechServiceExtensions
{
    private const int AtOnce = 2;

    /// <summary>Narration: answers <see cref="Contracts.NarrateScene"/> and <see cref="Contracts.ListVoices"/>, with its engines and <see cref="VoiceCatalog"/>.</summary>
    public static IServiceCollection AddSpeechService(this IServiceCollection services)
    {
        services.AddSingleton<ISpeechSynthesizer, FestivalSynthesizer>();
        services.AddSingleton<ISpeechSynthesizer, EspeakSynthesizer>();
        services.AddSingleton(provider => new VoiceCatalog(provider.GetServices<ISpeechSynthesizer>(), provider.GetRequiredService<EngineQueues>()));
        services.AddSingleton<VoiceChooser>();
        services.AddSingleton<Narrator>();
        services.AddEngineCheck<SpeechEngineCheck>(Queues.Speech);
        return services.AddConsumers(bus =>
        {
            bus.AddStage<NarrateSceneConsumer>(Queues.Speech, AtOnce);
            bus.AddEngineQueue<NarrateSceneConsumer, SpeechEngineCheck>(Queues.Speech, FestivalSynthesizer.EngineName, AtOnce);
            bus.AddStage<ListVoicesConsumer>(Queues.Voices, atOnce: 4);
        });
    }
}
