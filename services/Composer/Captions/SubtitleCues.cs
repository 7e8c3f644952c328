using Reelsmith.Composer.Films;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Captions;

/// <summary>The film's captions from the words' times: a cue a phrase, on the film's clock, never overlapping.</summary>
internal static class SubtitleCues
{
    private const int AheadFrames = 2;
    private static readonly long Trailing = (long)(0.25 * VideoFormat.SampleRate);
    private static readonly long ShortestCue = (long)(0.7 * VideoFormat.SampleRate);

    /// <param name="words">A list a scene.</param>
    public static IReadOnlyList<SubtitleCue> Of(FilmTimeline timeline, IReadOnlyList<WordTimings> words, string language, int lineCharacters)
    {
        var spans = new List<(long Start, long End, IReadOnlyList<string> Lines)>();
        for (var scene = 0; scene < timeline.Scenes.Count; scene++)
        {
            var spoken = words[scene].Words;
            var origin = timeline.Scenes[scene].SpeechStart;
            var sceneEnd = (long)timeline.Scenes[scene].End * timeline.SamplesPerFrame;
            foreach (var phrase in CaptionPhrases.Break(spoken, language, lineCharacters))
            {
                var start = Math.Max(0, origin + spoken[phrase.First].Start - ((long)AheadFrames * timeline.SamplesPerFrame));
                var end = origin + spoken[phrase.End - 1].End + Trailing;
                spans.Add((start, Math.Min(Math.Max(end, start + ShortestCue), sceneEnd), phrase.Lines(spoken)));
            }
        }
        var cues = new List<SubtitleCue>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            var end = i + 1 < spans.Count ? Math.Min(spans[i].End, spans[i + 1].Start) : spans[i].End;
            var (from, to) = (Milliseconds(spans[i].Start), Milliseconds(end));
            if (to > from) cues.Add(new SubtitleCue(from, to, spans[i].Lines));
        }
        return cues;
    }

    private static TimeSpan Milliseconds(long sample) => TimeSpan.FromMilliseconds(sample * 1000 / VideoFormat.SampleRate);
}
