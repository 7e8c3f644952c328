using System.Text;
using Reelsmith.Composer.Music;
using Reelsmith.Composer.Programs;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Composer.Films;

/// <summary>The programs that films are made with on this machine, and their versions: they are part of a film's key.</summary>
/// <param name="FFmpeg">Version, or null when it is not installed.</param>
/// <param name="FluidSynth">Version, or null when it is not installed.</param>
internal sealed record ComposerEngine(string? FFmpeg, string? FluidSynth, SoundFont? SoundFont)
{
    /// <summary>Raised whenever the same input gives another film.</summary>
    private const int Version = 1;

    /// <summary>Name and version for the key of a result.</summary>
    public string Identity => $"composer {Version}, ffmpeg {FFmpeg ?? "missing"}, fluidsynth {FluidSynth ?? "missing"}, soundfont {SoundFont?.Hash ?? "missing"}";

    public static string Name => $"composer {Version}";

    public static async Task<ComposerEngine> Find(CancellationToken cancellationToken)
    {
        var ffmpeg = await FirstLine(FFmpegProgram.FFmpeg, "-version", cancellationToken);
        var fluidsynth = await FirstLine(MusicRenderer.Program, "--version", cancellationToken);
        return new ComposerEngine(Word(ffmpeg, 2), fluidsynth is null ? null : Word(fluidsynth, 3), await Music.SoundFont.Find(cancellationToken));
    }

    private static async Task<string?> FirstLine(string program, string argument, CancellationToken cancellationToken)
    {
        try
        {
            var output = await ChildProcess.Run(program, [argument], default, null, cancellationToken);
            return Encoding.UTF8.GetString(output).Split('\n')[0].Trim();
        }
        catch (ReelsmithException e) when (e.Failure.Code == "program_missing")
        {
            return null;
        }
    }

    // "ffmpeg version 5.1.9-0+deb12u1 Copyright…", "FluidSynth runtime version 2.3.1"
    private static string? Word(string? line, int index) => line?.Split(' ').ElementAtOrDefault(index);
}
