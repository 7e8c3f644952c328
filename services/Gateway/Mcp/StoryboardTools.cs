using System.ComponentModel;
using ModelContextProtocol.Server;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Videos;

namespace Reelsmith.Gateway.Mcp;

/// <summary>The tool whose result is a storyboard, in the JSON that storyboards have everywhere.</summary>
internal sealed class StoryboardTools(IToolUser user, OwnVideos videos, StoryboardEdits storyboards)
{
    [McpServerTool(Name = "get_storyboard", Title = "The plan of a video", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Returns the storyboard of a video: title, style, and scenes in order, each with what is spoken (narration) and what is shown (visual). "
        + "It is there a moment after create_video, when the video's storyboard_ready is true, and can be edited with edit_scene.")]
    public async Task<Storyboard> Get([Description("The video's id, \"video_…\".")] string id, CancellationToken cancellationToken) =>
        await storyboards.Get((await videos.Get(user.Caller, id, cancellationToken)).Id, cancellationToken);
}
