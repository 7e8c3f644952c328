using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Engines;

/// <summary>The voices, as the speech stage lists them.</summary>
internal sealed class VoiceList(IBus bus, StageSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    // Tags that somebody may ask with have no end, so what was asked for first goes.
    private const int Languages = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept<IReadOnlyList<ListedVoice>>> _byLanguage = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    /// <param name="language">BCP 47 tag: only the voices that speak it; null: all.</param>
    /// <exception cref="ReelsmithException">It is no language tag, or the speech stage does not answer.</exception>
    public Task<IReadOnlyList<ListedVoice>> List(string? language, CancellationToken cancellationToken)
    {
        if (language is not null) VideoRequestRules.CheckLanguage(language);
        return Of(language).Get(cancellationToken);
    }

    private Kept<IReadOnlyList<ListedVoice>> Of(string? language)
    {
        var key = language ?? "";
        lock (_lock)
        {
            if (_byLanguage.TryGetValue(key, out var kept)) return kept;
            _byLanguage[key] = kept = new Kept<IReadOnlyList<ListedVoice>>(() => Ask(language), Age, time);
            _order.Enqueue(key);
            if (_order.Count > Languages) _byLanguage.Remove(_order.Dequeue());
            return kept;
        }
    }

    private async Task<IReadOnlyList<ListedVoice>> Ask(string? language) =>
        (await bus.Ask<ListVoices, VoicesListed>(StageName.Speech, Queues.Voices, new ListVoices(language), settings.AnswerWithin, CancellationToken.None)).Voices;
}
