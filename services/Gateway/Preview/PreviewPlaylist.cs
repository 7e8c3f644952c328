using System.Globalization;
using System.Text;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Preview;

/// <summary>The HLS playlist (RFC 8216) of a film that is still being made: it only ever grows.</summary>
internal static class PreviewPlaylist
{
    /// <param name="scenes">The film's first scenes, as far as they are packaged.</param>
    /// <param name="complete">Whether these are all: players then stop asking for more.</param>
    /// <param name="uri">Where a file of a scene (from 0) is fetched, absolute or relative to the playlist.</param>
    public static string Of(IReadOnlyList<ScenePackaged> scenes, bool complete, Func<int, ArtifactRef, string> uri)
    {
        // Players would start a growing playlist near its end; EXT-X-START has them begin at the beginning.
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n")
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{ScenePackaged.LongestSegmentSeconds}\n")
            .Append("#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-START:TIME-OFFSET=0\n");
        ArtifactRef? initialization = null;
        for (var n = 0; n < scenes.Count; n++)
        {
            var scene = scenes[n];
            if (scene.Initialization != initialization)
            {
                if (initialization is not null) text.Append("#EXT-X-DISCONTINUITY\n");
                initialization = scene.Initialization;
                text.Append(CultureInfo.InvariantCulture, $"#EXT-X-MAP:URI=\"{uri(n, initialization)}\"\n");
            }
            foreach (var segment in scene.Segments)
            {
                text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{(double)segment.Frames / scene.FramesPerSecond:0.000000},\n{uri(n, segment.Media)}\n");
            }
        }
        return (complete ? text.Append("#EXT-X-ENDLIST\n") : text).ToString();
    }
}
