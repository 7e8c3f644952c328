using System.ComponentModel;

namespace Reelsmith.Gateway.Mcp;

/// <summary>Where a file of a video is got.</summary>
internal sealed record DownloadLink(
    [property: Description("URL, to be fetched with the same API key; or, where the tools run on this machine, the path of the file.")] string Link,
    [property: Description("Media type of the file.")] string ContentType,
    [property: Description("Size of the file.")] long Bytes);
