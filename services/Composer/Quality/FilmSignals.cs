namespace Reelsmith.Composer.Quality;

/// <summary>What decoding the finished file showed.</summary>
/// <param name="Loudness">Integrated, in LUFS; −∞ for silence.</param>
/// <param name="TruePeak">In dBTP.</param>
/// <param name="DecodedSamples">Audio samples that a player gets.</param>
/// <param name="ClippedSamples">Samples at or over full scale.</param>
internal sealed record FilmSignals(double Loudness, double LoudnessRange, double TruePeak, long DecodedSamples, long ClippedSamples,
    IReadOnlyList<TimeRange> Silent, IReadOnlyList<TimeRange> Black, IReadOnlyList<TimeRange> Frozen);
