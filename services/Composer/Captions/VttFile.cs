using System.Globalization;
using System.Text;

namespace Reelsmith.Composer.Captions;

/// <summary>Writes cues as WebVTT (W3C, WebVTT: The Web Video Text Tracks Format).</summary>
internal static class VttFile
{
    public static string Of(IEnumerable<SubtitleCue> cues, string language)
    {
        var text = new StringBuilder("WEBVTT\n");
        text.Append("Kind: captions\nLanguage: ").Append(language).Append("\n\n");
        foreach (var cue in cues)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start)} --> {Time(cue.End)}\n");
            foreach (var line in cue.Lines) text.Append(Escaped(line)).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:D2}:{time:mm\\:ss\\.fff}");

    private static string Escaped(string line) => line.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
