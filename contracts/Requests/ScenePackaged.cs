namespace Reelsmith.Contracts;

/// <summary>A scene as fragmented MP4 for HLS: its pictures as they are and its narration as AAC. Times run from the film's start,
/// and the sound of consecutive scenes joins to the sample, so segments of several scenes with one initialization play on without a seam.</summary>
/// <param name="Initialization">Codec settings of both tracks (EXT-X-MAP); scenes of one format and renderer share it.</param>
/// <param name="Segments">In order. Each starts with a key frame.</param>
public sealed record ScenePackaged(ArtifactRef Initialization, IReadOnlyList<MediaSegment> Segments, int FramesPerSecond)
{
    /// <summary>No segment is longer, as long as its clip has a key frame every two seconds.</summary>
    public const int LongestSegmentSeconds = 4;
}
