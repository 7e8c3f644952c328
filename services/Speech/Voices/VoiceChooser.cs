using Reelsmith.Contracts;
using Reelsmith.Speech.Synthesis.Espeak;

namespace Reelsmith.Speech.Voices;

/// <summary>Chooses who speaks: the voice that was asked for, else the best one for the language.</summary>
internal sealed class VoiceChooser(VoiceCatalog catalog)
{
    public const string InstallHint = "Install the voices with `apt install festival festvox-us-slt-hts espeak-ng`.";

    private static readonly string[] Variants = ["f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"];

    // for a language without a region, the accent most of its listeners know
    private static readonly Dictionary<string, string> UsualCode = new(StringComparer.Ordinal)
    {
        ["en"] = "en-us",
        ["zh"] = "cmn",
        ["es"] = "es",
        ["pt"] = "pt-br",
        ["fr"] = "fr-fr",
        ["nb"] = "nb",
        ["vi"] = "vi",
        ["fa"] = "fa",
        ["hy"] = "hy",
        ["ru"] = "ru",
    };

    /// <param name="anywhere">Whether it may be a voice that only other workers have.</param>
    public async Task<VoiceChoice> Choose(string language, string? asked, bool anywhere, CancellationToken cancellationToken)
    {
        var voices = anywhere ? await catalog.ListOfAllWorkers(cancellationToken) : await catalog.List(cancellationToken);
        try
        {
            return new VoiceChoice(string.IsNullOrWhiteSpace(asked) ? ForLanguage(voices, language) : ById(voices, asked.Trim(), language), null);
        }
        catch (ReelsmithException e)
        {
            return new VoiceChoice(null, e.Failure);
        }
    }

    private static Voice ForLanguage(IReadOnlyList<Voice> voices, string language)
    {
        var wanted = LanguageTag.Primary(language) is { Length: > 0 } primary ? primary : "en";
        var ready = voices.Where(voice => voice.Ready && voice.Speaks(wanted)).ToList();
        if (ready.Count == 0) throw None(voices, language, wanted);
        // a region that is asked for and has a voice of its own wins; American English has Festival's
        return ready.FirstOrDefault(voice => language.Contains('-', StringComparison.Ordinal) && voice.Languages[0].Equals(language, StringComparison.OrdinalIgnoreCase))
            ?? ready.FirstOrDefault(voice => !IsEspeak(voice))
            ?? ready.FirstOrDefault(voice => voice.Id == EspeakSynthesizer.IdPrefix + UsualCode.GetValueOrDefault(wanted, wanted))
            ?? ready[0];
    }

    private static Voice ById(IReadOnlyList<Voice> voices, string asked, string language)
    {
        var (id, variant) = asked.Split('+', 2) is [var before, var after] ? (before, after) : (asked, null);
        var voice = voices.FirstOrDefault(voice => voice.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (voice is null || (variant is not null && !(IsEspeak(voice) && Variants.Contains(variant)))) throw Unknown(voices, asked);
        if (!voice.Ready)
        {
            // English goes on with the other engine; the narration says which voice it was
            return voices.FirstOrDefault(other => other.Ready && other.Id == EspeakSynthesizer.IdPrefix + "en-us")
                ?? throw ReelsmithException.Unavailable("voice_missing", $"The voice {voice.Id} is not installed.", InstallHint, voice.Engine);
        }
        if (LanguageTag.Primary(language).Length > 0 && !voice.Speaks(language))
        {
            var fitting = voices.Where(other => other.Ready && other.Speaks(language)).Select(other => other.Id).Take(3).ToList();
            throw ReelsmithException.InvalidInput("voice_language", $"The voice {voice.Id} does not speak the language of the narration ({language}).",
                fitting.Count > 0 ? $"Leave the voice out, or take {string.Join(" or ", fitting)}." : "Leave the voice out, or see `reelsmith voices`.");
        }
        return variant is null ? voice : voice with { Id = $"{voice.Id}+{variant}" };
    }

    private static bool IsEspeak(Voice voice) => voice.Engine == EspeakSynthesizer.EngineName;

    private static ReelsmithException None(IReadOnlyList<Voice> voices, string language, string wanted) => voices.Any(IsEspeak)
        ? ReelsmithException.InvalidInput("language_unsupported", $"No voice speaks the language {language}.", "See `reelsmith voices` for the languages that can be spoken.")
        : ReelsmithException.Unavailable("voice_missing", $"No voice for the language {wanted} is installed.", InstallHint);

    private static ReelsmithException Unknown(IReadOnlyList<Voice> voices, string asked)
    {
        var nearest = voices.OrderBy(voice => EditDistance.Between(voice.Id, asked.ToLowerInvariant())).ThenBy(voice => voice.Id, StringComparer.Ordinal).Take(3).Select(voice => voice.Id);
        return ReelsmithException.InvalidInput("voice_unknown", $"There is no voice “{asked}”.",
            voices.Count > 0 ? $"Did you mean {string.Join(", ", nearest)}? `reelsmith voices` lists them all." : InstallHint);
    }
}
