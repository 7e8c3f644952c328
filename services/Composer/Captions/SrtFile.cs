using System.Globalization;
using System.Text;

namespace Reelsmith.Composer.Captions;

/// <summary>Writes cues as SubRip.</summary>
internal static class SrtFile
{
    public static string Of(IEnumerable<SubtitleCue> cues)
    {
        var text = new StringBuilder();
        var number = 1;
        foreach (var cue in cues)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number++}\n{Time(cue.Start)} --> {Time(cue.End)}\n");
            foreach (var line in cue.Lines) text.Append(Escaped(line)).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:D2}:{time:mm\\:ss\\,fff}");

    // SubRip has no escapes, only tags in angle brackets and override codes in braces: look-alikes keep words from being read as such.
    private static string Escaped(string line)
    {
        var text = new StringBuilder(line.Replace("-->", "→", StringComparison.Ordinal).Replace(@"{\", @"(\", StringComparison.Ordinal));
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '<' && (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!')) text[i] = '‹';
        }
        return text.ToString();
    }
}
