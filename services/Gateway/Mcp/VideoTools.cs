using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using MassTransit;
using ModelContextProtocol.Server;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Engines;
using Reelsmith.Gateway.Videos;

namespace Reelsmith.Gateway.Mcp;

/// <summary>The tools that work on videos which are there.</summary>
internal sealed class VideoTools(IToolUser user, JobCatalog catalog, JobCoordinator jobs, OwnVideos videos)
{
    private const string IdDescription = "The video's id, \"video_…\", as create_video and list_videos return it.";
    private const int DefaultLimit = 20;
    private const int MostLimit = 100;

    [McpServerTool(Name = "get_video", Title = "How a video is", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Tells how a video is: status (queued, in_progress, completed or failed), progress in percent, the stage at work, seconds left, and why it failed if it did. "
        + "While it is made, ask again every few seconds.")]
    public async Task<Video> Get([Description(IdDescription)] string id, CancellationToken cancellationToken) => Video.Of(await videos.Get(user.Caller, id, cancellationToken));

    [McpServerTool(Name = "list_videos", Title = "Your videos", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Lists your videos, the newest first. While has_more is true, the next page is what comes after last_id.")]
    public async Task<VideoList> List([Description("Videos a page."), Range(1, MostLimit)] int limit = DefaultLimit,
        [Description("The page begins behind this video: the last_id of the page before.")] string? after = null, CancellationToken cancellationToken = default)
    {
        Guid? behind = null;
        if (!string.IsNullOrEmpty(after)) behind = VideoId.TryParse(after, out var id) ? id : throw ReelsmithException.InvalidInput("after_invalid", "\"after\" is no video's id.", "Use the last_id of the page before.");
        if (limit is < 1 or > MostLimit) throw ReelsmithException.InvalidInput("limit_out_of_range", $"The limit is {limit}.", $"Use 1 to {MostLimit}.");
        var page = await catalog.List(user.Caller.Id, behind, limit, ascending: false, cancellationToken);
        Video[] found = [.. page.Jobs.Select(Video.Of)];
        return new VideoList("list", found, found.FirstOrDefault()?.Id, found.LastOrDefault()?.Id, page.HasMore);
    }

    [McpServerTool(Name = "edit_scene", Title = "Change one scene", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Changes one scene of a video and makes the film anew as far as it changed: the scene, and the transition out of it. Read the scenes with get_storyboard first. "
        + "Works as soon as the storyboard is there (storyboard_ready), also on a finished video.")]
    public async Task<Video> EditScene(StoryboardEdits storyboards, [Description(IdDescription)] string id, [Description("The scene, from 0.")] int scene,
        [Description("The members of the scene that change, as a JSON merge patch: {\"narration\": \"…\"} or {\"visual\": {\"headline\": \"…\"}}; null takes a member away.")] JsonObject changes,
        CancellationToken cancellationToken)
    {
        var job = await videos.Get(user.Caller, id, cancellationToken);
        user.CountSubmission();
        await storyboards.Patch(job.Id, scene, changes, null, cancellationToken);
        return await Get(id, cancellationToken);
    }

    [McpServerTool(Name = "cancel_video", Title = "Give a video up", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Gives a video up: its work stops at once, and its status becomes failed with the code \"cancelled\". What is done is kept for retry_video. A video that has ended is left as it is.")]
    public async Task<Video> Cancel([Description(IdDescription)] string id, CancellationToken cancellationToken)
    {
        var job = await videos.Get(user.Caller, id, cancellationToken);
        await jobs.Cancel(job.Id, CancellationToken.None);
        return await Get(id, cancellationToken);
    }

    [McpServerTool(Name = "retry_video", Title = "Try a video again", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Goes on with a failed or cancelled video from what is done.")]
    public async Task<Video> Retry([Description(IdDescription)] string id, CancellationToken cancellationToken)
    {
        var job = await videos.Get(user.Caller, id, cancellationToken);
        user.CountSubmission();
        await jobs.Retry(job.Id, CancellationToken.None);
        return await Get(id, cancellationToken);
    }

    [McpServerTool(Name = "download_link", Title = "Where a file of a video is", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Tells where a file of a finished video is got.")]
    public async Task<DownloadLink> Download(IBus bus, [Description(IdDescription)] string id,
        [Description("Which file.")]
        [AllowedValues("video", "thumbnail", "spritesheet", "captions.srt", "captions.vtt", "storyboard", "provenance", "qc", "audio")]
        string variant = VideoContent.VideoVariant, CancellationToken cancellationToken = default)
    {
        var job = await videos.Get(user.Caller, id, cancellationToken);
        var (file, contentType) = await VideoContent.Find(job, variant, bus, cancellationToken);
        return new DownloadLink(await user.LinkTo(job, variant, file, cancellationToken), contentType, file.Bytes);
    }

    [McpServerTool(Name = "list_voices", Title = "The voices", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Lists the voices that create_video can be asked for, the best first. Without a voice, the best one for the language speaks.")]
    public static async Task<ListAnswer<ListedVoice>> Voices(VoiceList voices, [Description("BCP 47 tag, such as en, zh or pt-BR: only voices that speak this language.")] string? language = null,
        CancellationToken cancellationToken = default) => new(await voices.List(string.IsNullOrEmpty(language) ? null : language, cancellationToken));
}
