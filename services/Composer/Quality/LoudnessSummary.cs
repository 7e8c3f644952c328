using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelsmith.Composer.Quality;

/// <summary>Reads the summary that FFmpeg's ebur128 filter prints at its end.</summary>
internal static partial class LoudnessSummary
{
    /// <returns>Integrated loudness in LUFS, loudness range in LU, true peak in dBTP.</returns>
    public static (double Integrated, double Range, double TruePeak) Parse(string printed)
    {
        var at = printed.LastIndexOf("Integrated loudness:", StringComparison.Ordinal);
        if (at < 0) throw new InvalidDataException("ffmpeg printed no loudness summary.");
        var summary = printed[at..];
        return (Number(Integrated().Match(summary)), Number(Range().Match(summary)), Number(Peak().Match(summary)));
    }

    private static double Number(Match match) => match.Groups[1].Value switch
    {
        "-inf" => double.NegativeInfinity,
        var text when double.TryParse(text, CultureInfo.InvariantCulture, out var value) => value,
        var text => throw new InvalidDataException($"ffmpeg printed a loudness of '{text}'."),
    };

    [GeneratedRegex(@"\bI:\s+(-?[\d.]+|-inf) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"\bLRA:\s+(-?[\d.]+|-inf) LU")]
    private static partial Regex Range();

    [GeneratedRegex(@"\bPeak:\s+(-?[\d.]+|-inf) dBFS")]
    private static partial Regex Peak();
}
