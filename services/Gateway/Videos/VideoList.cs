namespace Reelsmith.Gateway.Videos;

/// <summary>A page of videos.</summary>
internal sealed record VideoList(string Object, IReadOnlyList<Video> Data, string? FirstId, string? LastId, bool HasMore);
