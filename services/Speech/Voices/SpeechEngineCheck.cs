using Reelsmith.Contracts;
using Reelsmith.Hosting.Engines;
using Reelsmith.Speech.Synthesis;

namespace Reelsmith.Speech.Voices;

/// <summary>Says which speech engines work here.</summary>
internal sealed class SpeechEngineCheck(IEnumerable<ISpeechSynthesizer> synthesizers) : IEngineCheck
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["festival"] = "festival festvox-us-slt-hts",
        ["espeak-ng"] = "espeak-ng",
    };

    public async Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken)
    {
        var reports = new List<EngineReport>();
        foreach (var synthesizer in synthesizers)
        {
            var voices = await synthesizer.Voices(cancellationToken);
            var fix = $"apt install {Packages[synthesizer.Engine]}";
            reports.Add(voices.Count > 0
                ? new EngineReport("speech", synthesizer.Engine, true, voices[0].EngineVersion, voices.Count == 1 ? $"voice {voices[0].Id}" : $"{voices.Count} voices", null)
                : new EngineReport("speech", synthesizer.Engine, false, null, "not installed, or without a voice", fix));
        }
        return reports;
    }
}
