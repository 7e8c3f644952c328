using System.Text.Json;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Stages;
using Reelsmith.Speech.Narration;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Speech.Tests;

/// <summary>The speech service with its real engines and a data folder of its own.</summary>
public sealed class SpeechProcess : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-speech-").FullName;
    private ServiceProvider? _services;

    public IServiceProvider Services => _services!;

    public IArtifactStore Artifacts => Services.GetRequiredService<IArtifactStore>();

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(Channel.CreateUnbounded<JobEvent>());
        services.AddSpeechService();
        services.AddConsumers(bus => bus.AddConsumer<EventRecorder>());
        services.AddReelsmith(new DataFolder(_folder));
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<IBusControl>().StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.GetRequiredService<IBusControl>().StopAsync();
            await _services.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Narrates without the bus.</summary>
    public async Task<Spoken> Speak(string text, string language = "en", string? voice = null, CancellationToken cancellationToken = default)
    {
        var choice = await Services.GetRequiredService<VoiceChooser>().Choose(language, voice, anywhere: true, cancellationToken);
        var work = new StageWork(_ => { });
        var narration = await Services.GetRequiredService<Narrator>().Narrate(text, language, choice.VoiceOrFailure(), work, cancellationToken);
        var words = JsonSerializer.Deserialize<WordTimings>(await File.ReadAllBytesAsync(await Artifacts.PathOf(narration.Words, cancellationToken), cancellationToken), ContractsJson.Readable)!;
        return new Spoken(text, narration, words.Words, await Artifacts.PathOf(narration.Audio, cancellationToken), work.CpuSeconds);
    }
}

public sealed record Spoken(string Text, NarrationAudio Narration, IReadOnlyList<SpokenWord> Words, string Path, double CpuSeconds)
{
    public double Seconds => Narration.Samples / (double)VideoFormat.SampleRate;
}
