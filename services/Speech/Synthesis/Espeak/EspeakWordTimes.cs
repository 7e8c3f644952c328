namespace Reelsmith.Speech.Synthesis.Espeak;

/// <summary>From eSpeak NG's events to when each word sounds.</summary>
internal static class EspeakWordTimes
{
    /// <param name="starts">Where each word starts in the text.</param>
    /// <param name="lengths">How many letters each has, to share out a time that the engine gives to several words together ("of the").</param>
    /// <param name="events">Word events: place in the text, sample.</param>
    /// <param name="pauses">Samples at which the voice falls silent.</param>
    /// <param name="samples">Length of the sound.</param>
    public static IReadOnlyList<SampleSpan?> Of(IReadOnlyList<int> starts, IReadOnlyList<int> lengths,
        IReadOnlyList<(int Position, long Sample)> events, IReadOnlyList<long> pauses, long samples)
    {
        var first = FirstSounds(starts, events);
        var spans = new SampleSpan?[starts.Count];
        for (var word = 0; word < starts.Count;)
        {
            var next = word + 1;
            while (next < starts.Count && first[next] is null) next++;
            if (first[word] is { } start) Share(word, next, start, End(start, next < starts.Count ? first[next]!.Value : samples));
            word = next;
        }
        return spans;

        long End(long start, long limit) => pauses.Where(pause => pause > start && pause < limit).DefaultIfEmpty(limit).Min();

        void Share(int from, int to, long start, long end)
        {
            var letters = Math.Max(1, Enumerable.Range(from, to - from).Sum(i => lengths[i]));
            var before = 0;
            for (var i = from; i < to; i++)
            {
                var after = before + lengths[i];
                if (lengths[i] > 0) spans[i] = new SampleSpan(start + ((end - start) * before / letters), start + ((end - start) * after / letters));
                before = after;
            }
        }
    }

    private static long?[] FirstSounds(IReadOnlyList<int> starts, IReadOnlyList<(int Position, long Sample)> events)
    {
        var first = new long?[starts.Count];
        var latest = -1;
        foreach (var (position, sample) in events)
        {
            if (position < 0) continue; // a clause, not a word
            var word = latest;
            while (word + 1 < starts.Count && starts[word + 1] <= position) word++;
            if (word == latest || word < 0) continue;
            first[word] = sample;
            latest = word;
        }
        return first;
    }
}
