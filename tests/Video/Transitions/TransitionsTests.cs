using Reelsmith.Contracts;
using Reelsmith.Video.Frames;
using Reelsmith.Video.Rendering;
using Reelsmith.Video.Transitions;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Transitions;

public sealed class TransitionsTests
{
    private static readonly VideoFormat Small = new(320, 180, 30);
    private static readonly TransitionLook Look = new(new SKColor(15, 9, 34), new SKColor(255, 217, 119), new SKColor(0x5B, 0x2B, 0x86, 140), new SKColor(0x8E, 0x2F, 0x5C, 204));
    private static readonly SKColor Old = new(200, 0, 0);
    private static readonly SKColor New = new(40, 20, 80);

    [Theory]
    [InlineData(Transition.Dive, 30, 20, 12)]
    [InlineData(Transition.Rise, 60, 40, 24)]
    [InlineData(Transition.Ridge, 30, 18, 11)]
    [InlineData(Transition.Ridge, 24, 14, 8)]
    [InlineData(Transition.Cut, 30, 0, 0)]
    public void Lengths_follow_the_frame_rate(Transition transition, int framesPerSecond, int frames, int entrance)
    {
        var format = Small with { FramesPerSecond = framesPerSecond };
        Assert.Equal((frames, entrance), (TransitionTiming.Frames(transition, format), TransitionTiming.EntranceFrame(transition, format)));
    }

    [Theory]
    [InlineData(Transition.Dive)]
    [InlineData(Transition.Rise)]
    [InlineData(Transition.Ridge)]
    public void The_old_picture_gives_way_to_the_new_without_a_jump(Transition transition)
    {
        using var film = Film(transition);
        var shares = new List<double>();
        for (var frame = 0; frame < 24; frame++) shares.Add(ShareOf(film.Draw(frame, new DirtyRegion()), Old));
        Assert.True(shares[0] > 0.85, $"{shares[0]}");
        for (var frame = 1; frame < 24; frame++) Assert.True(shares[frame] <= shares[frame - 1] + 0.001, $"frame {frame}");
        Assert.Equal(0, shares[^1]);
        Assert.True(shares[TransitionTiming.Frames(transition, Small) - 1] < 0.15);
    }

    [Fact]
    public void A_dive_brings_the_new_picture_from_below_and_a_rise_from_above()
    {
        using var dive = Film(Transition.Dive);
        using var rise = Film(Transition.Rise);
        BgraFrame? down = null, up = null;
        for (var frame = 0; frame < 10; frame++) (down, up) = (dive.Draw(frame, new DirtyRegion()), rise.Draw(frame, new DirtyRegion()));
        Assert.Equal(New, At(down!, 300, 175));
        Assert.Equal(Old, At(down!, 300, 5));
        Assert.Equal(Old, At(up!, 300, 175));
        Assert.Equal(New, At(up!, 300, 5));
    }

    [Fact]
    public void The_first_frame_after_a_transition_is_the_scene_itself_and_wholly_new_to_the_encoder()
    {
        using var film = Film(Transition.Ridge);
        using var picture = Pictures.MovingSquare(Small.Width, Small.Height, until: 100);
        using var plain = new SceneFilm(picture, Small, null, null, 0);
        for (var frame = 0; frame <= 18; frame++)
        {
            var dirty = new DirtyRegion();
            var (mixed, expected) = (film.Draw(frame, dirty), plain.Draw(frame, new DirtyRegion()));
            Assert.Contains(new SKRectI(0, 0, 320, 180), dirty.Rects);
            if (frame == 18) Assert.True(Pixels(mixed).SequenceEqual(Pixels(expected)));
        }
    }

    private static SceneFilm Film(Transition transition)
    {
        ITransition drawn = transition == Transition.Ridge ? new RidgeTransition(Small, Look, 1 / 6f) : new CameraTransition(transition == Transition.Dive, Small, Look, 1 / 6f);
        return new SceneFilm(Pictures.MovingSquare(Small.Width, Small.Height, until: 100), Small, Pictures.Plain(320, 180, Old), drawn, TransitionTiming.Frames(transition, Small));
    }

    private static double ShareOf(BgraFrame frame, SKColor colour)
    {
        var count = 0;
        for (var y = 0; y < 180; y += 3) for (var x = 0; x < 320; x += 4) if (At(frame, x, y) == colour) count++;
        return count / (60.0 * 80);
    }

    private static unsafe SKColor At(BgraFrame frame, int x, int y)
    {
        var pixel = frame.Pixels + (y * frame.Stride) + (x * 4);
        return new SKColor(pixel[2], pixel[1], pixel[0]);
    }

    private static unsafe ReadOnlySpan<byte> Pixels(BgraFrame frame) => new(frame.Pixels, frame.Stride * frame.Height);
}
