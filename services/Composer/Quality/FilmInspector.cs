using System.Globalization;
using FFMpegCore;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Programs;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Quality;

/// <summary>Measures a finished file with ffprobe and one decoding run of ffmpeg. The sound is decoded whole, of the pictures the
/// key frames (one in two seconds, and the first of every scene), small: decoding every frame would cost as much as drawing them.</summary>
internal sealed class FilmInspector(WorkFolder folder, StageWork work)
{
    private const string PicturesFound = "pictures.txt";

    public async Task<ProbedFile> Probe(CancellationToken cancellationToken) => ProbedFile.Parse(await FFmpegProgram.Probe(
        ["-show_streams", "-show_chapters", "-show_format", "-of", "json"], folder.File(FilmMuxer.Video), work, cancellationToken));

    /// <summary>Presentation times of all pictures, in ticks of the track, in order.</summary>
    public async Task<IReadOnlyList<long>> PictureTimes(CancellationToken cancellationToken)
    {
        var lines = await FFmpegProgram.Probe(["-select_streams", "v:0", "-show_entries", "packet=pts", "-of", "csv=p=0"], folder.File(FilmMuxer.Video), work, cancellationToken);
        var times = new List<long>();
        foreach (var line in lines.AsSpan().EnumerateLines())
        {
            if (long.TryParse(line.TrimEnd(','), CultureInfo.InvariantCulture, out var time)) times.Add(time);
        }
        times.Sort();
        return times;
    }

    /// <exception cref="ReelsmithException">Code <c>program_failed</c> when the file does not decode.</exception>
    public async Task<FilmSignals> Decode(VideoFormat format, double seconds, CancellationToken cancellationToken)
    {
        var (width, height) = Small(format);
        var graph = $"[0:v]scale={width}:{height}:flags=fast_bilinear,blackdetect=d=0.03:pic_th=0.985:pix_th=0.03,freezedetect=n=-70dB:d=2,metadata=mode=print:file={PicturesFound}[pictures];"
            + "[0:a]ebur128=peak=true:framelog=verbose[sound]";
        var inspection = new SoundInspection();
        var arguments = FFMpegArguments
            .FromFileInput(FilmMuxer.Video, verifyExists: false, options => options.WithCustomArgument("-hide_banner -nostats -xerror -err_detect explode -skip_frame nokey -threads 1"))
            .OutputToFile("pipe:1", overwrite: true, options => options
                .WithCustomArgument($"-filter_complex_threads 1 -filter_complex {graph} -map [pictures] -f null -")
                .WithCustomArgument("-map [sound] -f f32le"));
        var said = await FFmpegProgram.Run(arguments, folder.Path, work, cancellationToken, drain: inspection.Read);
        var (loudness, range, peak) = LoudnessSummary.Parse(said);
        var found = await File.ReadAllTextAsync(folder.File(PicturesFound), cancellationToken);
        return new FilmSignals(loudness, range, peak, inspection.Samples, inspection.Clipped, inspection.Silent,
            DetectedRanges.Of(found, "lavfi.black_start", "lavfi.black_end", seconds),
            DetectedRanges.Of(found, "lavfi.freezedetect.freeze_start", "lavfi.freezedetect.freeze_end", seconds));
    }

    // An eighth of the size: enough to see black and to see that a caption moved.
    private static (int Width, int Height) Small(VideoFormat format) => (Math.Max(64, format.Width / 8), Math.Max(64, format.Height / 8));
}
