using FsCheck;
using FsCheck.Xunit;
using Reelsmith.Composer.Preview;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Tests;

public sealed class NarrationPacketsTests
{
    [Fact]
    public void A_scene_has_the_packets_that_start_within_it()
    {
        Assert.Equal(new NarrationPackets(0, 79), NarrationPackets.Of(0, 50, TestFilm.Format)); // 80,000 samples: 78.1 packets
        Assert.Equal(new NarrationPackets(79 * 1024, 78), NarrationPackets.Of(50, 50, TestFilm.Format)); // the next scene's first starts 896 samples late
    }

    [Property]
    public void Scenes_that_follow_each_other_leave_no_gap_and_overlap_nowhere(NonNegativeInt start, PositiveInt first, PositiveInt second, byte rate)
    {
        int[] rates = [1, 12, 15, 24, 25, 30, 48, 50, 60];
        var format = TestFilm.Format with { FramesPerSecond = rates[rate % rates.Length] };

        var earlier = NarrationPackets.Of(start.Get, first.Get, format);
        var later = NarrationPackets.Of(start.Get + first.Get, second.Get, format);

        Assert.Equal(later.First, earlier.First + (earlier.Count * (long)NarrationPackets.Samples));
        Assert.Equal(NarrationPackets.Of(start.Get, first.Get + second.Get, format).Count, earlier.Count + later.Count);
    }

    [Fact]
    public void The_coder_is_given_what_follows_the_packet_that_it_adds_itself()
    {
        var scene = Enumerable.Range(0, 80_000).Select(i => (float)i).ToArray();

        var feed = NarrationPackets.Of(50, 50, TestFilm.Format).Feed(scene, 50, TestFilm.Format);

        Assert.Equal(77 * 1024, feed.Length);
        Assert.Equal(896 + 1024, feed[0]);
        Assert.Equal(79_999, feed[79_999 - 896 - 1024]);
        Assert.All(feed[(80_000 - 896 - 1024)..], sample => Assert.Equal(0, sample));
    }
}
