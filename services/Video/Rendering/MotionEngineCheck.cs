using Reelsmith.Contracts;
using Reelsmith.Hosting.Engines;
using Reelsmith.Hosting.Processes;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Rendering;

/// <summary>What the motion renderer stands on: the encoder, the fonts and the rasteriser of its pictures.</summary>
internal sealed class MotionEngineCheck(Fonts fonts) : IEngineCheck
{
    public async Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken)
    {
        var ffmpeg = await MotionEngine.EncoderVersion();
        var missing = fonts.Missing();
        var rsvg = await RsvgVersion(cancellationToken);
        return
        [
            new EngineReport("video", "motion", ffmpeg is not null && missing.Count == 0 && rsvg is not null, MotionEngine.Name.Split(' ')[1], "Draws scenes from templates, text and pictures.", null),
            new EngineReport("video", "ffmpeg", ffmpeg is not null, ffmpeg, "Encodes H.264.", ffmpeg is null ? "apt install ffmpeg" : null),
            new EngineReport("video", "fonts", missing.Count == 0, missing.Count == 0 ? fonts.Identity : null, "Inter, Vollkorn, Noto.", missing.Count == 0 ? null : $"apt install {string.Join(' ', missing)}"),
            new EngineReport("video", "rsvg-convert", rsvg is not null, rsvg, "Rasterises the pictures.", rsvg is null ? "apt install librsvg2-bin" : null),
        ];
    }

    private static async Task<string?> RsvgVersion(CancellationToken cancellationToken)
    {
        try
        {
            var said = System.Text.Encoding.UTF8.GetString(await ChildProcess.Run("rsvg-convert", ["--version"], default, null, cancellationToken));
            return said.Trim().Split(' ') is [_, _, var version, ..] ? version : "unknown";
        }
        catch (ReelsmithException)
        {
            return null;
        }
    }
}
