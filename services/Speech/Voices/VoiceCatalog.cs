using Reelsmith.Hosting.Bus;
using Reelsmith.Speech.Synthesis;
using Reelsmith.Speech.Synthesis.Festival;

namespace Reelsmith.Speech.Voices;

/// <summary>The voices of this machine, and which of those that it lacks other workers have.</summary>
public sealed class VoiceCatalog : IDisposable
{
    private readonly IReadOnlyList<ISpeechSynthesizer> _synthesizers;
    private readonly EngineQueues _queues;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private IReadOnlyList<Voice>? _known;

    internal VoiceCatalog(IEnumerable<ISpeechSynthesizer> synthesizers, EngineQueues queues) => (_synthesizers, _queues) = ([.. synthesizers], queues);

    /// <summary>Every voice of any worker, in the order of <see cref="List"/>.</summary>
    public async Task<IReadOnlyList<Voice>> ListOfAllWorkers(CancellationToken cancellationToken) => await Task.WhenAll((await List(cancellationToken)).Select(async voice =>
        !voice.Ready && await _queues.AreServed(Queues.Speech, voice.Engine, cancellationToken) ? voice with { Ready = true, Elsewhere = true } : voice));

    /// <summary>Every voice, the default of English first, then by id. Festival's is listed even when it is not installed, as not ready.</summary>
    public async Task<IReadOnlyList<Voice>> List(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            return _known ?? await Ask(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<IReadOnlyList<Voice>> Ask(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(_synthesizers.Select(synthesizer => synthesizer.Voices(cancellationToken)));
        IReadOnlyList<Voice> voices = [.. found.SelectMany(own => own).OrderBy(voice => voice.Engine == FestivalSynthesizer.EngineName ? 0 : 1).ThenBy(voice => voice.Id, StringComparer.Ordinal)];
        // what is missing may be installed while a server runs: only a complete answer is kept
        if (found.All(own => own.Count > 0)) _known = voices;
        return voices.Any(voice => voice.Engine == FestivalSynthesizer.EngineName) ? voices : [FestivalSynthesizer.Slt(version: null), .. voices];
    }
}
