namespace Reelsmith.Composer.Music;

/// <summary>Composes the music bed of a film: chords that lead on, a pad that holds them, a moving figure, a bass, now and then a
/// melody; bars that begin with the scenes; an ending that arrives with the film's.</summary>
internal static class MusicBed
{
    private const double LongestEnding = 4.5;
    private const double EndingShare = 0.3;

    /// <summary>Second at which the last chord is struck; it rings to the end of the film.</summary>
    public static double FinalChordAt(double seconds) => seconds - Math.Min(LongestEnding, seconds * EndingShare);

    /// <param name="sceneStarts">Seconds.</param>
    public static Score Compose(Character character, int seed, IReadOnlyList<double> sceneStarts, double seconds)
    {
        var random = new Random(seed);
        var key = new Key(character.Tonics[random.Next(character.Tonics.Count)], character.Scale);
        var end = FinalChordAt(seconds);
        var spans = BeatGrid.Fit(sceneStarts, end, 60 / character.BeatsPerMinute);
        var bars = Form.Of(character, spans, random);
        var parts = new PartWriter(character, key, random);
        for (var i = 0; i < bars.Count; i++) parts.Bar(bars[i], i + 1 < bars.Count ? bars[i + 1] : null);
        var lastSpan = spans[^1];
        parts.Ending(lastSpan.FirstBeat + lastSpan.Beats, (seconds - end) / lastSpan.SecondsPerBeat);
        return parts.Score([.. spans.Select(s => new Score.Tempo(s.FirstBeat, s.SecondsPerBeat))]);
    }
}
