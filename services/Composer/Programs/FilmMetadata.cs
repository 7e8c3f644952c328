using System.Globalization;
using System.Text;
using Reelsmith.Composer.Films;

namespace Reelsmith.Composer.Programs;

/// <summary>Title, remarks and chapters in FFmpeg's metadata format (ffmpeg-formats(1), metadata): the only way in which words of
/// a person reach FFmpeg's tags.</summary>
internal static class FilmMetadata
{
    /// <param name="chapters">A title a scene.</param>
    public static string Of(string title, string comment, FilmTimeline timeline, IReadOnlyList<string> chapters)
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        Tag(text, "title", title);
        Tag(text, "comment", comment);
        for (var i = 0; i < chapters.Count; i++)
        {
            var scene = timeline.Scenes[i];
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/{timeline.FramesPerSecond}\nSTART={scene.Start}\nEND={scene.End}\n");
            Tag(text, "title", chapters[i]);
        }
        return text.ToString();
    }

    private static void Tag(StringBuilder text, string name, string value)
    {
        text.Append(name).Append('=');
        foreach (var c in value)
        {
            if (c is '=' or ';' or '#' or '\\' or '\n') text.Append('\\').Append(c);
            else if (c >= ' ' && c != '\u007F') text.Append(c);
            else text.Append(' '); // no other control character has a place in a title
        }
        text.Append('\n');
    }
}
