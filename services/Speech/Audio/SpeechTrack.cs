using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Synthesis;

namespace Reelsmith.Speech.Audio;

/// <summary>The sentences of a scene on one time line, with the pauses between them.</summary>
/// <param name="Samples">At the engine's rate.</param>
/// <param name="Words">When each word of each sentence sounds, in order; null for one without sound.</param>
internal sealed record SpeechTrack(short[] Samples, int SampleRate, IReadOnlyList<SampleSpan?> Words)
{
    private const int KeptMilliseconds = 10;

    // 46 dB under the sentence's peak is silence to the ear beside speech
    private const double SilenceRatio = 0.005;

    public static SpeechTrack Join(IReadOnlyList<SpeechSentence> sentences, IReadOnlyList<SpokenSentence> spoken)
    {
        var rate = spoken[0].SampleRate;
        var samples = new List<short>(spoken.Sum(s => s.Samples.Length));
        var words = new List<SampleSpan?>();
        for (var i = 0; i < spoken.Count; i++)
        {
            if (i > 0) samples.AddRange(new short[Milliseconds(sentences[i - 1].Words[^1].Pause) * rate / 1000]);
            var sound = Sound(spoken[i].Samples, KeptMilliseconds * rate / 1000);
            var shift = samples.Count - sound.Start;
            words.AddRange(spoken[i].Words.Select(word => word is { } span
                ? new SampleSpan(Math.Clamp(span.Start, sound.Start, sound.End) + shift, Math.Clamp(span.End, sound.Start, sound.End) + shift)
                : (SampleSpan?)null));
            samples.AddRange(spoken[i].Samples.AsSpan((int)sound.Start, (int)(sound.End - sound.Start)));
        }
        return new SpeechTrack([.. samples], rate, words);
    }

    /// <summary>Silence after a sentence, between the last sound of one and the first of the next.</summary>
    private static int Milliseconds(Pause pause) => pause switch
    {
        Pause.None or Pause.Phrase or Pause.Cut => 120,
        Pause.Sentence => 340,
        Pause.Question or Pause.Exclamation => 380,
        Pause.Trailing => 450,
        _ => 600,
    };

    /// <summary>The sentence without the silence around it.</summary>
    private static SampleSpan Sound(short[] samples, int kept)
    {
        var peak = 0;
        foreach (var sample in samples) peak = Math.Max(peak, Math.Abs((int)sample));
        var threshold = (int)(peak * SilenceRatio) + 1;
        var first = Array.FindIndex(samples, sample => Math.Abs((int)sample) >= threshold);
        if (peak == 0 || first < 0) return new SampleSpan(0, 0);
        var last = Array.FindLastIndex(samples, sample => Math.Abs((int)sample) >= threshold);
        return new SampleSpan(Math.Max(0, first - kept), Math.Min(samples.Length, last + 1 + kept));
    }
}
