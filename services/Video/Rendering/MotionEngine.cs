using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Rendering;

/// <summary>Names the renderer in results and provenance, and what on this machine determines its pixels.</summary>
internal sealed class MotionEngine(Fonts fonts)
{
    /// <summary>Name and version; counted up when the same scene is drawn or encoded differently.</summary>
    public const string Name = "motion 1";

    private readonly Lazy<Task<string?>> _encoder = new(EncoderVersion);

    /// <summary>Versions of the fonts and of the encoder.</summary>
    public async Task<string> Fingerprint() => $"fonts {fonts.Identity} ffmpeg {await _encoder.Value ?? "missing"}";

    /// <summary>The version of the installed ffmpeg, as it names itself; null when there is none.</summary>
    public static async Task<string?> EncoderVersion()
    {
        try
        {
            var said = System.Text.Encoding.UTF8.GetString(await ChildProcess.Run("ffmpeg", ["-hide_banner", "-version"], default, null, CancellationToken.None));
            return said.Split(' ', 4) is ["ffmpeg", "version", var version, ..] ? version : "unknown";
        }
        catch (ReelsmithException)
        {
            return null;
        }
    }
}
