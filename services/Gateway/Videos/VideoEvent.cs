namespace Reelsmith.Gateway.Videos;

/// <summary>The data of an event.</summary>
/// <param name="Type">As the event's name.</param>
/// <param name="Scene">From 0, where one is meant.</param>
/// <param name="Video">The video as it is when this is told; null when it was removed meanwhile.</param>
internal sealed record VideoEvent(string Type, int? Scene, Video? Video);
