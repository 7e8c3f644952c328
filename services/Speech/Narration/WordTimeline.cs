using Reelsmith.Contracts;
using Reelsmith.Speech.Audio;
using Reelsmith.Speech.Normalisation;
using Reelsmith.Speech.Synthesis;

namespace Reelsmith.Speech.Narration;

/// <summary>From what the engine reported to the words of the captions.</summary>
internal static class WordTimeline
{
    /// <summary>The words with their times at 48 kHz: in order, not overlapping, within the audio, each longer than nothing.</summary>
    /// <param name="words">Of all sentences.</param>
    /// <param name="spans">Their times at <paramref name="rate"/>; null for a word that the engine gave no sound.</param>
    /// <param name="samples">Length of the audio at 48 kHz.</param>
    public static WordTimings Of(IReadOnlyList<SpeechWord> words, IReadOnlyList<SampleSpan?> spans, int rate, long samples)
    {
        var bounds = spans.Select(span => span is { } s ? (Start: NarrationSound.AtOutputRate(s.Start, rate), End: NarrationSound.AtOutputRate(s.End, rate)) : ((long Start, long End)?)null).ToArray();
        var timed = new List<SpokenWord>(words.Count);
        var at = 0L;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var left = words.Count - i; // every later word still needs a sample
            var start = Math.Clamp(bounds[i]?.Start ?? at, at, samples - left);
            var limit = Math.Min(samples - left + 1, Following(i) ?? samples);
            var end = Math.Clamp(bounds[i]?.End ?? limit, start + 1, Math.Max(start + 1, limit));
            timed.Add(new SpokenWord(word.Shown, start, end, word.Offset, word.Length, word.SpaceAfter));
            at = end;
        }
        return new WordTimings(timed);

        long? Following(int word) => bounds.Skip(word + 1).FirstOrDefault(later => later is not null)?.Start;
    }
}
