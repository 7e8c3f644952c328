using Reelsmith.Contracts;
using Reelsmith.Gateway.Preview;

namespace Reelsmith.Gateway.Tests;

public sealed class PreviewPlaylistTests
{
    private const string Head = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:4\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-START:TIME-OFFSET=0\n";

    [Fact]
    public void Before_the_first_scene_there_is_nothing_to_play_and_more_to_come() =>
        Assert.Equal(Head, PreviewPlaylist.Of([], complete: false, Uri));

    [Fact]
    public void Scenes_with_one_initialization_play_on_without_a_seam() =>
        Assert.Equal(Head + """
            #EXT-X-MAP:URI="0/init.mp4"
            #EXTINF:4.000000,
            0/a.m4s
            #EXTINF:1.366667,
            0/b.m4s
            #EXTINF:3.033333,
            1/c.m4s

            """, PreviewPlaylist.Of([Scene("init", ("a", 120), ("b", 41)), Scene("init", ("c", 91))], complete: false, Uri));

    [Fact]
    public void A_scene_that_was_coded_otherwise_starts_anew() =>
        Assert.Equal(Head + """
            #EXT-X-MAP:URI="0/init.mp4"
            #EXTINF:4.000000,
            0/a.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="1/other.mp4"
            #EXTINF:4.000000,
            1/b.m4s

            """, PreviewPlaylist.Of([Scene("init", ("a", 120)), Scene("other", ("b", 120))], complete: false, Uri));

    [Fact]
    public void When_all_scenes_are_there_the_playlist_ends_and_begins_as_before()
    {
        ScenePackaged[] scenes = [Scene("init", ("a", 120)), Scene("init", ("b", 60))];

        var all = PreviewPlaylist.Of(scenes, complete: true, Uri);

        Assert.EndsWith("#EXTINF:2.000000,\n1/b.m4s\n#EXT-X-ENDLIST\n", all, StringComparison.Ordinal);
        Assert.StartsWith(PreviewPlaylist.Of(scenes[..1], complete: false, Uri), all, StringComparison.Ordinal);
    }

    private static string Uri(int scene, ArtifactRef file) => $"{scene}/{file.Hash}.{file.Extension}";

    private static ScenePackaged Scene(string initialization, params (string Name, int Frames)[] segments) =>
        new(new ArtifactRef(initialization, "mp4", 1), [.. segments.Select(s => new MediaSegment(new ArtifactRef(s.Name, "m4s", 1), s.Frames))], 30);
}
