using Reelsmith.Video.Compositing;
using Reelsmith.Video.Frames;

namespace Reelsmith.Video.Tests.Compositing;

public sealed class CompositorTests
{
    [Fact]
    public void Drawing_only_what_changes_gives_the_pixels_of_drawing_all()
    {
        using var picture = Pictures.MovingSquare(320, 180, until: 20);
        using var target = new BgraFrame(320, 180);
        var compositor = new Compositor(picture, target);
        for (var frame = 0; frame < 30; frame++)
        {
            compositor.Draw(frame, new DirtyRegion());
            using var whole = new BgraFrame(320, 180);
            new Compositor(picture, whole).Draw(frame, new DirtyRegion());
            Assert.True(Pixels(whole).SequenceEqual(Pixels(target)), $"frame {frame}");
        }
    }

    [Fact]
    public void A_frame_in_which_nothing_changes_has_no_dirty_pixels()
    {
        using var picture = Pictures.MovingSquare(320, 180, until: 1);
        using var target = new BgraFrame(320, 180);
        var compositor = new Compositor(picture, target);
        var areas = new List<int>();
        for (var frame = 0; frame < 4; frame++)
        {
            var dirty = new DirtyRegion();
            compositor.Draw(frame, dirty);
            areas.Add(dirty.Rects.Sum(r => r.Width * r.Height));
        }
        Assert.Equal([320 * 180, 34 * 30, 0, 0], areas);
    }

    [Fact]
    public void Frames_come_one_after_the_other()
    {
        using var picture = Pictures.MovingSquare(320, 180, until: 1);
        using var target = new BgraFrame(320, 180);
        var compositor = new Compositor(picture, target);
        compositor.Draw(7, new DirtyRegion());
        Assert.Throws<InvalidOperationException>(() => compositor.Draw(9, new DirtyRegion()));
    }

    private static unsafe ReadOnlySpan<byte> Pixels(BgraFrame frame) => new(frame.Pixels, frame.Stride * frame.Height);
}
