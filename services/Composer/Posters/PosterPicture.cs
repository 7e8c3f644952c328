using System.Globalization;
using FFMpegCore;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Programs;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Posters;

/// <summary>Takes a frame of the finished film as a JPEG of full size.</summary>
internal sealed class PosterPicture(WorkFolder folder, StageWork work)
{
    private const string Poster = "poster.jpg";

    /// <returns>The file's path.</returns>
    public async Task<string> Take(int frame, FilmTimeline timeline, CancellationToken cancellationToken)
    {
        // Half a frame early, so that rounding cannot step past it.
        var seconds = Math.Max(0, (frame - 0.5) / timeline.FramesPerSecond).ToString("0.######", CultureInfo.InvariantCulture);
        // JPEG's colours are BT.601 of full range (JFIF 1.02); the film's are BT.709 of limited range.
        var arguments = FFMpegArguments
            .FromFileInput(FilmMuxer.Video, verifyExists: false, options => options.WithCustomArgument($"-nostats -threads 2 -ss {seconds}"))
            .OutputToFile(Poster, overwrite: true, options => options
                .WithCustomArgument("-map 0:v -frames:v 1 -vf scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p")
                .WithCustomArgument("-c:v mjpeg -q:v 2 -fflags +bitexact -flags:v +bitexact -update 1 -f image2"));
        await FFmpegProgram.Run(arguments, folder.Path, work, cancellationToken);
        return folder.File(Poster);
    }
}
