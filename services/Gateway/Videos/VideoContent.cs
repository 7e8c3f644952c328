using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Videos;

/// <summary>GET /v1/videos/{id}/content: the film and what belongs to it.</summary>
internal static class VideoContent
{
    public const string VideoVariant = "video";
    private static readonly TimeSpan LongestDerivation = TimeSpan.FromMinutes(10);
    private const int NameCharacters = 80;

    private static readonly Dictionary<string, (string ContentType, string Suffix, Func<VideoFiles, ArtifactRef>? File, DerivedKind Derived)> Variants = new(StringComparer.Ordinal)
    {
        [VideoVariant] = ("video/mp4", ".mp4", files => files.Video, default),
        ["thumbnail"] = ("image/jpeg", ".jpg", files => files.Poster, default),
        ["spritesheet"] = ("image/jpeg", ".sprites.jpg", null, DerivedKind.Spritesheet),
        ["captions.srt"] = ("application/x-subrip", ".srt", files => files.CaptionsSrt, default),
        ["captions.vtt"] = ("text/vtt", ".vtt", files => files.CaptionsVtt, default),
        ["storyboard"] = ("application/json", ".storyboard.json", files => files.Storyboard, default),
        ["provenance"] = ("application/json", ".provenance.json", files => files.Provenance, default),
        ["qc"] = ("application/json", ".qc.json", files => files.Qc, default),
        ["audio"] = ("audio/mp4", ".m4a", null, DerivedKind.Audio),
    };

    public static IEnumerable<string> ContentTypes => Variants.Values.Select(variant => variant.ContentType).Distinct();

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/v1/videos/{id}/content", [HttpMethods.Get, HttpMethods.Head], Get)
        .Produces(StatusCodes.Status200OK, contentType: "video/mp4").Produces(StatusCodes.Status206PartialContent, contentType: "video/mp4").Produces(StatusCodes.Status302Found).Produces(StatusCodes.Status304NotModified)
        .WithName("getVideoContent").WithTags("Videos").WithSummary("Download a file of a finished video")
        .WithDescription($"Ranges, If-None-Match and HEAD are understood; the ETag is the file's SHA-256. A server may answer with 302 and where the file is. Variants: {string.Join(", ", Variants.Keys)}.");

    private static async Task<IResult> Get(HttpContext context, string id, OwnVideos videos, IArtifactStore artifacts, IBus bus,
        [Description("Which file.")]
        [AllowedValues("video", "thumbnail", "spritesheet", "captions.srt", "captions.vtt", "storyboard", "provenance", "qc", "audio")]
        string variant = VideoVariant)
    {
        var job = await videos.Get(context, id);
        var (file, contentType) = await Find(job, variant, bus, context.RequestAborted);
        return await FileDownload.Of(context, artifacts, file, contentType, NameOf(job) + Variants[variant].Suffix);
    }

    /// <summary>A file of a finished video, made when it is not there yet.</summary>
    /// <exception cref="ReelsmithException">The video is not finished, or has no such file.</exception>
    public static async Task<(ArtifactRef File, string ContentType)> Find(JobView job, string variant, IBus bus, CancellationToken cancellationToken)
    {
        if (!Variants.TryGetValue(variant, out var wanted)) throw ReelsmithException.InvalidInput("variant_unknown", "There is no such variant.", $"Use one of {string.Join(", ", Variants.Keys)}.");
        if (job.Files is not { } files) throw NotThere(job);
        return (wanted.File is { } own ? own(files) : await Derive(bus, files.Video, wanted.Derived, cancellationToken), wanted.ContentType);
    }

    private static async Task<ArtifactRef> Derive(IBus bus, ArtifactRef video, DerivedKind kind, CancellationToken cancellationToken) =>
        (await bus.Ask<DeriveFile, FileDerived>(StageName.Composer, Queues.Derived, new DeriveFile(video, kind), LongestDerivation, cancellationToken)).File;

    private static ReelsmithException NotThere(JobView job) => job.Status is JobStatus.Failed or JobStatus.Cancelled
        ? ReelsmithException.Conflict("video_failed", $"The video has no files: {VideoError.Of(job)!.Message}", "POST …/retry tries it again.")
        : ReelsmithException.Conflict("video_not_ready", "The video is not finished.", "Wait until its status is completed; GET …/events tells at once, GET …/preview.m3u8 shows what is done.");

    // No control character, nothing that turns the order of letters, and no separator of any system; the header's own quoting does the rest.
    private static string NameOf(JobView job)
    {
        var name = new string([.. (job.Title ?? "video").Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && !"/\\:*?\"<>|".Contains(c))]).Trim('.', ' ');
        return name.Length == 0 ? "video" : name[..Math.Min(name.Length, NameCharacters)];
    }
}
