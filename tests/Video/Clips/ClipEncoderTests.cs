using System.Globalization;
using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;
using Reelsmith.Video.Clips;
using Reelsmith.Video.Compositing;
using Reelsmith.Video.Frames;

namespace Reelsmith.Video.Tests.Clips;

public sealed class ClipEncoderTests : IDisposable
{
    private static readonly VideoFormat Small = new(320, 180, 30);
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-clips-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_clip_is_what_the_film_promises()
    {
        var path = await Encoded("a.mp4", 75, until: 40);
        var probed = Encoding.UTF8.GetString(await ChildProcess.Run("ffprobe", ["-v", "error", "-count_frames", "-show_entries",
            "stream=codec_name,profile,pix_fmt,width,height,r_frame_rate,color_range,color_space,color_transfer,color_primaries,nb_read_frames,time_base", "-of", "default=nw=1", path], default, null, default));
        foreach (var line in new[] { "codec_name=h264", "profile=High", "pix_fmt=yuv420p", "width=320", "height=180", "r_frame_rate=30/1", "color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709", "nb_read_frames=75", "time_base=1/15360" })
        {
            Assert.Contains(line, probed.Split('\n'));
        }
    }

    [Fact]
    public async Task The_same_frames_give_the_same_bytes()
    {
        var first = await File.ReadAllBytesAsync(await Encoded("a.mp4", 40, until: 20));
        var second = await File.ReadAllBytesAsync(await Encoded("b.mp4", 40, until: 20));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Every_frame_arrives_as_it_was_drawn_though_buffers_are_used_again()
    {
        var path = await Encoded("a.mp4", 60, until: 30);
        var decoded = await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"], default, null, default);
        using var picture = Pictures.MovingSquare(Small.Width, Small.Height, until: 30);
        using var target = new BgraFrame(Small.Width, Small.Height);
        using var yuv = new YuvFrame(Small.Width, Small.Height);
        Assert.Equal(60 * yuv.Length, decoded.Length);
        for (var frame = 0; frame < 60; frame++)
        {
            new Compositor(picture, target).Draw(frame, new DirtyRegion());
            ColourConversion.Convert(target, yuv, target.Rect);
            double difference = 0;
            for (var i = 0; i < Small.Width * Small.Height; i++) difference += Math.Abs(yuv.Bytes[i] - decoded[(frame * yuv.Length) + i]);
            Assert.True(difference / (Small.Width * Small.Height) < 1, $"frame {frame}: {difference.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    [Fact]
    public async Task Two_clips_can_be_joined_without_encoding_again()
    {
        var list = Path.Combine(_folder, "list.txt");
        await Encoded("a.mp4", 31, until: 20);
        await Encoded("b.mp4", 20, until: 5);
        await File.WriteAllTextAsync(list, "ffconcat version 1.0\nfile a.mp4\nduration 1.033333333\nfile b.mp4\nduration 0.666666667\n");
        var joined = Path.Combine(_folder, "joined.mp4");
        await ChildProcess.Run("ffmpeg", ["-v", "error", "-f", "concat", "-i", list, "-c", "copy", joined], default, null, default);
        var hashes = Encoding.UTF8.GetString(await ChildProcess.Run("ffmpeg", ["-v", "error", "-i", joined, "-f", "framemd5", "pipe:1"], default, null, default));
        Assert.Equal(51, hashes.Split('\n').Count(l => l.StartsWith("0,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_killed_encoder_can_be_tried_again()
    {
        using var picture = Pictures.MovingSquare(Small.Width, Small.Height, until: 10_000);
        using var target = new BgraFrame(Small.Width, Small.Height);
        await using var encoder = ClipEncoder.Start(Path.Combine(_folder, "a.mp4"), Small, new StageWork(_ => { }), CancellationToken.None);
        using (var ffmpeg = System.Diagnostics.Process.GetProcessById(encoder.ProcessId)) ffmpeg.Kill();
        var compositor = new Compositor(picture, target);
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (var frame = 0; frame < 10_000; frame++)
            {
                var dirty = new DirtyRegion();
                compositor.Draw(frame, dirty);
                encoder.Add(target, dirty, encoder.Ended);
            }
        });
        var e = await Assert.ThrowsAsync<ReelsmithException>(() => encoder.Finish(default));
        Assert.Equal(("encoder_killed", FailureKind.Transient), (e.Failure.Code, e.Failure.Kind));
    }

    [Fact]
    public async Task A_full_disk_is_named()
    {
        // /dev/full fails every write as a full disk does
        var e = await Assert.ThrowsAsync<ReelsmithException>(() => Encoded("/dev/full", 10, until: 5));
        Assert.Equal("disk_full", e.Failure.Code);
    }

    private async Task<string> Encoded(string name, int frames, int until)
    {
        var path = Path.Combine(_folder, name);
        using var picture = Pictures.MovingSquare(Small.Width, Small.Height, until);
        using var target = new BgraFrame(Small.Width, Small.Height);
        await using var encoder = ClipEncoder.Start(path, Small, new StageWork(_ => { }), CancellationToken.None);
        var compositor = new Compositor(picture, target);
        var dirty = new DirtyRegion();
        for (var frame = 0; frame < frames; frame++)
        {
            dirty.Clear();
            compositor.Draw(frame, dirty);
            encoder.Add(target, dirty, default);
        }
        await encoder.Finish(default);
        return path;
    }
}
