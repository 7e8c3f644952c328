using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using FFMpegCore;
using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Programs;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Films;

/// <summary>Writes the MP4: the clips' pictures as they are, the mix as AAC, captions, chapters and tags. One run of ffmpeg, which
/// takes the mix from a pipe as it is made.</summary>
internal sealed class FilmMuxer(WorkFolder folder, StageWork work)
{
    public const string Video = "video.mp4";
    public const string Captions = "captions.vtt";
    public const string Metadata = "metadata.txt";
    public const string Clips = "clips.txt";

    // At this rate the fast coder stays nearer to the mix than the two-loop one (35 dB of signal to noise against 25) and takes a quarter of its time.
    private const int AudioKilobits = 192;

    // x264 clips come with this many ticks a frame, so that their times are copied, not rounded.
    private const int TicksPerFrame = 512;

    /// <param name="mix">The film's sound and its levels.</param>
    /// <param name="hasCaptions">Whether there is a cue to write; an empty track would be refused.</param>
    /// <param name="subtitlesShown">Whether players should show the subtitle track unasked: when no captions are in the picture.</param>
    public async Task Write(FilmTimeline timeline, FilmMix mix, MixLevels levels, string language, bool hasCaptions, bool subtitlesShown, CancellationToken cancellationToken)
    {
        var arguments = FFMpegArguments
            .FromFileInput(Clips, verifyExists: false, options => options.WithCustomArgument("-f concat -safe 0 -protocol_whitelist file"))
            .AddFileInput("pipe:0", verifyExists: false, options => options.WithCustomArgument($"-f f32le -ar {VideoFormat.SampleRate} -ac 2"))
            .AddFileInput(Metadata, verifyExists: false, options => options.WithCustomArgument("-f ffmetadata"));
        if (hasCaptions) arguments = arguments.AddFileInput(Captions, verifyExists: false, options => options.WithCustomArgument("-f webvtt"));
        var iso = LanguageTags.Iso6392(language);
        var subtitles = hasCaptions ? $" -map 3:s -c:s mov_text -metadata:s:s:0 language={iso} -disposition:s:0 {(subtitlesShown ? "default" : "0")}" : "";
        var processor = arguments.OutputToFile(Video, overwrite: true, options => options
            .WithCustomArgument("-nostats -map 0:v -map 1:a -map_metadata 2 -map_chapters 2 -c:v copy" + subtitles)
            .WithCustomArgument($"-c:a aac -aac_coder fast -b:a {AudioKilobits}k -metadata:s:a:0 language={iso}")
            .WithCustomArgument(string.Create(CultureInfo.InvariantCulture, $"-video_track_timescale {timeline.FramesPerSecond * TicksPerFrame} -movflags +faststart"))
            .WithCustomArgument("-fflags +bitexact -flags:a +bitexact -flags:s +bitexact"));
        await FFmpegProgram.Run(processor, folder.Path, work, cancellationToken, feed: (input, ct) => Feed(mix, levels, timeline, input, ct));
    }

    private async Task Feed(FilmMix mix, MixLevels levels, FilmTimeline timeline, Stream input, CancellationToken cancellationToken)
    {
        var interleaved = new ArrayBufferWriter<byte>();
        long written = 0;
        using var blocks = mix.Blocks(levels).GetEnumerator();
        while (Next())
        {
            var (left, right) = blocks.Current;
            interleaved.ResetWrittenCount();
            var samples = MemoryMarshal.Cast<byte, float>(interleaved.GetSpan(left.Length * 2 * sizeof(float)))[..(left.Length * 2)];
            for (var i = 0; i < left.Length; i++)
            {
                samples[2 * i] = left.Span[i];
                samples[(2 * i) + 1] = right.Span[i];
            }
            interleaved.Advance(left.Length * 2 * sizeof(float));
            await input.WriteAsync(interleaved.WrittenMemory, cancellationToken);
            written += left.Length;
            work.Progress(FilmSteps.Written(written, timeline.Samples));
        }

        bool Next() => work.Measure(blocks.MoveNext);
    }
}
