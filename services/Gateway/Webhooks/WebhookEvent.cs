using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Videos;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>What is told: an event in the format of the OpenAI API, which says whose news it is and not what the news is. A receiver asks for the video.</summary>
internal static class WebhookEvent
{
    public const string Completed = "video.completed";

    /// <summary>Also of a video that was cancelled: its error's code is then <c>cancelled</c>.</summary>
    public const string Failed = "video.failed";

    public static string TypeOf(JobStatus ended) => ended == JobStatus.Completed ? Completed : Failed;

    /// <summary>The same ending has the same id, so that it is told once however often it is written down.</summary>
    public static string IdOf(Guid jobId, int revision) => $"evt_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{jobId:N} {revision}")).AsSpan(0, 16))}";

    public static string Body(string id, string type, Guid jobId, DateTimeOffset at) =>
        JsonSerializer.Serialize(new { id, @object = "event", type, created_at = at.ToUnixTimeSeconds(), data = new { id = VideoId.Of(jobId) } });
}
