using System.Globalization;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Programs;
using Reelsmith.Composer.Quality;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Derived;

/// <summary>Makes other files out of a finished film.</summary>
internal sealed class FilmDerivatives(IArtifactStore artifacts)
{
    /// <summary>Raised whenever the same film gives other files.</summary>
    private const int Version = 1;

    private const int LongerSide = 320;

    public static string Engine(ComposerEngine engine) => $"derived {Version}, ffmpeg {engine.FFmpeg ?? "missing"}";

    /// <exception cref="ReelsmithException">The film is gone, or ffmpeg fails.</exception>
    public async Task<FileDerived> Make(DeriveFile request, StageWork work, CancellationToken cancellationToken)
    {
        var film = await artifacts.PathOf(request.Video, cancellationToken);
        var (extension, arguments) = request.Kind switch
        {
            DerivedKind.Spritesheet => ("jpg", Spritesheet(await Length(film, work, cancellationToken))),
            DerivedKind.Audio => ("m4a", Audio),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, null),
        };
        var path = artifacts.NewTemporaryPath(extension);
        try
        {
            string[] whole = ["-hide_banner", "-nostdin", "-loglevel", "error", .. arguments.Before, "-i", film, .. arguments.After, path];
            await ChildProcess.Run(FFmpegProgram.FFmpeg, whole, default, work, cancellationToken);
            return new FileDerived(await artifacts.AddFile(path, cancellationToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (string[] Before, string[] After) Audio => ([],
        ["-map", "0:a:0", "-c", "copy", "-map_chapters", "-1", "-movflags", "+faststart", "-fflags", "+bitexact", "-f", "ipod"]);

    // Only key frames are decoded; rounding up gives each picture the last one before its time. JPEG's colours are BT.601 of full range (JFIF 1.02).
    private static (string[] Before, string[] After) Spritesheet(double filmSeconds)
    {
        var layout = SpritesheetLayout.Of(filmSeconds);
        var filter = string.Create(CultureInfo.InvariantCulture, $"fps=1/{layout.SecondsApart}:start_time=0:round=up,")
            + $"scale={LongerSide}:{LongerSide}:force_original_aspect_ratio=decrease:force_divisible_by=2:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,"
            + string.Create(CultureInfo.InvariantCulture, $"format=yuvj420p,tile={SpritesheetLayout.Columns}x{layout.Rows}:nb_frames={layout.Pictures}");
        return (["-skip_frame", "nokey"],
            ["-map", "0:v:0", "-frames:v", "1", "-vf", filter, "-c:v", "mjpeg", "-q:v", "3", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-update", "1", "-f", "image2"]);
    }

    private static async Task<double> Length(string film, StageWork work, CancellationToken cancellationToken) =>
        ProbedFile.Parse(await FFmpegProgram.Probe(["-show_streams", "-show_chapters", "-of", "json"], film, work, cancellationToken)).Video?.Duration
        ?? throw new InvalidDataException("The film has no pictures.");
}
