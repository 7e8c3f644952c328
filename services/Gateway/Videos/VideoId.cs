namespace Reelsmith.Gateway.Videos;

/// <summary>How a job is called outside: "video_" and the 32 hexadecimal digits of its id.</summary>
internal static class VideoId
{
    private const string Prefix = "video_";

    public static string Of(Guid jobId) => $"{Prefix}{jobId:N}";

    public static bool TryParse(string? id, out Guid jobId)
    {
        jobId = default;
        return id is not null && id.StartsWith(Prefix, StringComparison.Ordinal)
            && !id.AsSpan(Prefix.Length).ContainsAnyInRange('A', 'F') // one name a video
            && Guid.TryParseExact(id.AsSpan(Prefix.Length).ToString(), "N", out jobId);
    }
}
