using System.Text;
using Reelsmith.Composer.Programs;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Engines;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Composer.Films;

internal sealed class ComposerEngineCheck(ComposerEngines engines) : IEngineCheck
{
    public const string InstallMusic = "apt install fluidsynth timgm6mb-soundfont";
    private const string InstallFFmpeg = "apt install ffmpeg";
    private static readonly string[] Encoders = ["libx264", "aac", "mjpeg", "mov_text"];

    public async Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken)
    {
        var engine = await engines.Get(cancellationToken);
        var font = engine.SoundFont;
        return
        [
            await FFmpeg(engine.FFmpeg, cancellationToken),
            new EngineReport("composer", "fluidsynth", engine.FluidSynth is not null, engine.FluidSynth, engine.FluidSynth is null ? "not installed" : "plays the music bed",
                engine.FluidSynth is null ? InstallMusic : null),
            new EngineReport("composer", "soundfont", font is not null, null, font is null ? "none installed" : $"{font.Name} ({font.Licence}) at {font.Path}", font is null ? InstallMusic : null),
        ];
    }

    private static async Task<EngineReport> FFmpeg(string? version, CancellationToken cancellationToken)
    {
        if (version is null) return new EngineReport("composer", "ffmpeg", false, null, "not installed", InstallFFmpeg);
        var listed = Encoding.UTF8.GetString(await ChildProcess.Run(FFmpegProgram.FFmpeg, ["-v", "error", "-encoders"], default, null, cancellationToken))
            .Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1)).ToHashSet();
        var missing = Encoders.Where(e => !listed.Contains(e)).ToArray();
        return missing.Length == 0
            ? new EngineReport("composer", "ffmpeg", true, version, "joins, encodes and checks films", null)
            : new EngineReport("composer", "ffmpeg", false, version, $"built without {string.Join(", ", missing)}", InstallFFmpeg);
    }
}
