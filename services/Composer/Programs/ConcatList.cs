using System.Globalization;
using System.Text;

namespace Reelsmith.Composer.Programs;

/// <summary>The list that FFmpeg's concat demuxer reads (ffmpeg-formats(1), concat). Every length is given: without them the
/// first frames' times of the later files slip.</summary>
internal static class ConcatList
{
    private const long MicrosecondsPerSecond = 1_000_000;

    /// <param name="clips">Absolute paths and lengths in frames.</param>
    public static string Of(IEnumerable<(string Path, int Frames)> clips, int framesPerSecond)
    {
        var list = new StringBuilder("ffconcat version 1.0\n");
        long frames = 0;
        foreach (var (path, length) in clips)
        {
            // Rounded from the film's start, so that rounding never adds up.
            var microseconds = Microseconds(frames + length) - Microseconds(frames);
            list.Append("file ").Append(Quoted(path)).Append('\n');
            list.Append(CultureInfo.InvariantCulture, $"duration {microseconds / MicrosecondsPerSecond}.{microseconds % MicrosecondsPerSecond:D6}\n");
            frames += length;
        }
        return list.ToString();

        long Microseconds(long frame) => ((frame * MicrosecondsPerSecond) + (framesPerSecond / 2)) / framesPerSecond;
    }

    // Everything between single quotes is literal; a quote itself ends the string, stands escaped, and starts it again.
    private static string Quoted(string path) => $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
