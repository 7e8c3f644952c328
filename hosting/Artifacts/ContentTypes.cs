namespace Reelsmith.Hosting.Artifacts;

/// <summary>Media types by file name extension.</summary>
internal static class ContentTypes
{
    public const string Json = "application/json";

    public static string Of(string extension) => extension switch
    {
        "mp4" or "m4s" => "video/mp4",
        "m4a" => "audio/mp4",
        "wav" => "audio/wav",
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "json" => Json,
        "srt" => "application/x-subrip",
        "vtt" => "text/vtt",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
