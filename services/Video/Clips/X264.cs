using System.Globalization;
using Reelsmith.Contracts;

namespace Reelsmith.Video.Clips;

/// <summary>The encoder's settings. They are the same for every scene of a format, so that clips can be joined without re-encoding.</summary>
internal static class X264
{
    private const int GopSeconds = 2;

    // x264's bytes depend on its number of threads: it is fixed so that every machine makes the same film.
    private const int Threads = 2;

    /// <summary>Arguments of ffmpeg: raw yuv420p frames on standard input, one MP4 without audio.</summary>
    public static IReadOnlyList<string> Arguments(VideoFormat format, string path)
    {
        var rate = Text(format.FramesPerSecond);
        return
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", "-xerror", "-y",
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", $"{format.Width}x{format.Height}", "-framerate", rate,
            "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-i", "pipe:0", "-map", "0:v:0", "-an", "-sn", "-dn",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-profile:v", "high", "-pix_fmt", "yuv420p",
            "-g", Text(format.FramesPerSecond * GopSeconds), "-threads", Text(Threads), "-flags", "+cgop",
            "-x264-params", "stitchable=1:sliced-threads=0:colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off",
            "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-video_track_timescale", Text(TimeScale(format)), "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1",
            "-f", "mp4", path,
        ];
    }

    /// <summary>Ticks a second of the clips' time base: 512 a frame, 15,360 at 30 frames a second.</summary>
    public static int TimeScale(VideoFormat format) => 512 * format.FramesPerSecond;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
