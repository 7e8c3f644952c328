using Reelsmith.Speech.Synthesis;
using Reelsmith.Speech.Synthesis.Festival;

namespace Reelsmith.Speech.Voices;

/// <summary>The voices of this machine.</summary>
public sealed class VoiceCatalog : IDisposable
{
    private readonly IReadOnlyList<ISpeechSynthesizer> _synthesizers;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private IReadOnlyList<Voice>? _known;

    internal VoiceCatalog(IEnumerable<ISpeechSynthesizer> synthesizers) => _synthesizers = [.. synthesizers];

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
