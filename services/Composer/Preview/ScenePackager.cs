using System.Globalization;
using System.Runtime.InteropServices;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Programs;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Preview;

/// <summary>Makes HLS segments of a finished scene: one run of ffmpeg copies the pictures and codes the narration, cut at every key frame.</summary>
internal sealed class ScenePackager(IArtifactStore artifacts)
{
    /// <summary>Raised whenever the same scene gives other segments.</summary>
    private const int Version = 1;

    private const int VideoTrack = 1;
    private const int AudioTrack = 2;
    private const int AudioKilobits = 96; // one voice
    private const int TicksPerFrame = 512; // the clips' own

    public static string Engine(ComposerEngine engine) => $"preview {Version}, ffmpeg {engine.FFmpeg ?? "missing"}";

    /// <summary>What determines the segments.</summary>
    public static object Key(PackageScene request) => new
    {
        request.Scene.Clip,
        request.Scene.Frames,
        request.Scene.Narration.Audio,
        request.Scene.Narration.Samples,
        request.Scene.NarrationStart,
        request.Start,
        request.Format,
    };

    /// <exception cref="ReelsmithException">A file is gone, the narration does not fit, or ffmpeg fails.</exception>
    public async Task<ScenePackaged> Package(PackageScene request, StageWork work, CancellationToken cancellationToken)
    {
        var (scene, format) = (request.Scene, request.Format);
        var packets = NarrationPackets.Of(request.Start, scene.Frames, format);
        var sound = packets.Feed(Narration(scene, await artifacts.PathOf(scene.Narration.Audio, cancellationToken), format), request.Start, format);
        var file = await ChildProcess.Run(FFmpegProgram.FFmpeg, Arguments(await artifacts.PathOf(scene.Clip, cancellationToken), format), MemoryMarshal.AsBytes(sound.AsSpan()).ToArray(), work, cancellationToken);
        var mp4 = FragmentedMp4.Read(file);
        foreach (var fragment in mp4.Fragments)
        {
            fragment.Shift(VideoTrack, (long)request.Start * TicksPerFrame);
            fragment.Shift(AudioTrack, packets.First);
        }
        return new ScenePackaged(await artifacts.AddBytes(mp4.Initialization, "mp4", cancellationToken), await Segments(mp4, request, cancellationToken), format.FramesPerSecond);
    }

    private static float[] Narration(ComposedScene scene, string audio, VideoFormat format)
    {
        var timeline = FilmTimeline.Of([scene], format);
        using var track = new NarrationTrack(timeline, [audio]);
        var samples = new float[timeline.Samples];
        track.Read(samples);
        return samples;
    }

    // The moov is written with the first fragment, when the pictures' reordering is known, so that its edit list takes it out again; the coder's own
    // silence is not taken out (see NarrationPackets). Without bit rates every scene has the same moov.
    private static string[] Arguments(string clip, VideoFormat format) =>
    [
        "-hide_banner", "-nostdin", "-loglevel", "error", "-xerror", "-protocol_whitelist", "file,pipe", "-i", clip,
        "-f", "f32le", "-ar", Text(VideoFormat.SampleRate), "-ac", "1", "-i", "pipe:0",
        "-map", "0:v:0", "-map", "1:a:0", "-c:v", "copy",
        "-c:a", "aac", "-aac_coder", "fast", "-b:a", $"{AudioKilobits}k", "-bsf:a", $"setts=ts=TS+{NarrationPackets.Samples}",
        "-video_track_timescale", Text(format.FramesPerSecond * TicksPerFrame), "-movflags", "+frag_keyframe+empty_moov+delay_moov+default_base_moof+skip_trailer", "-write_btrt", "0",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "mp4", "pipe:1",
    ];

    private async Task<MediaSegment[]> Segments(FragmentedMp4 mp4, PackageScene request, CancellationToken cancellationToken)
    {
        var starts = mp4.Fragments.Select(fragment => (int)(fragment.TimeOf(VideoTrack) / TicksPerFrame)).ToArray();
        var cuts = SegmentCut.Of(starts, request.Start + request.Scene.Frames, ScenePackaged.LongestSegmentSeconds * request.Format.FramesPerSecond).ToArray();
        var segments = new MediaSegment[cuts.Length];
        for (var n = 0; n < cuts.Length; n++)
        {
            segments[n] = new MediaSegment(await artifacts.AddBytes(mp4.Media(cuts[n].First, cuts[n].Fragments), "m4s", cancellationToken), cuts[n].Frames);
        }
        return segments;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
