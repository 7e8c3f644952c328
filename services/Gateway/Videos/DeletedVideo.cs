namespace Reelsmith.Gateway.Videos;

/// <summary>Says that a video is gone.</summary>
internal sealed record DeletedVideo(string Id, string Object, bool Deleted);
