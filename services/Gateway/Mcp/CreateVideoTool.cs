using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Reelsmith.Gateway.Photos;
using Reelsmith.Gateway.Videos;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Mcp;

/// <summary>create_video: its arguments are the parameters of POST /v1/videos, and are read and checked by the same code.</summary>
internal sealed class CreateVideoTool : McpServerTool
{
    private static readonly string[] Parameters = [.. VideoWishes.ScriptParameters, .. VideoWishes.DrawingParameters, PhotoField.Name];

    public override Tool ProtocolTool { get; } = new()
    {
        Name = "create_video",
        Title = "Make a video",
        Description = "Starts to make a narrated, captioned, scored video of a topic, a text or a storyboard, and returns at once. Making it mostly takes less time than it plays: "
            + "ask get_video until its status is completed, then download_link. The same arguments again within half a minute are the same video.",
        InputSchema = SchemaOf<CreateVideoArguments>(),
        OutputSchema = SchemaOf<Video>(),
        Annotations = new ToolAnnotations { Title = "Make a video", ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = false, OpenWorldHint = false },
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var services = request.Services!;
        var (user, jobs) = (services.GetRequiredService<IToolUser>(), services.GetRequiredService<JobCoordinator>());
        var fields = RequestFields.Of(request.Params.Arguments ?? new Dictionary<string, JsonElement>());
        fields.AllowOnly(Parameters);
        var wishes = await VideoWishes.Read(fields, services.GetRequiredService<IArtifactStore>(), cancellationToken);
        user.CountSubmission(); // before a picture is fetched or decoded
        var wanted = new NewJob(user.Caller.Id, wishes with { Photo = await services.GetRequiredService<PhotoField>().Read(fields, cancellationToken) });
        var submission = await jobs.Submit(wanted, cancellationToken);
        var video = Video.Of(await services.GetRequiredService<OwnVideos>().Get(user.Caller, VideoId.Of(submission.JobId), cancellationToken));
        var result = JsonSerializer.SerializeToElement(video, ToolJson.Options);
        return new CallToolResult { StructuredContent = result, Content = [new TextContentBlock { Text = result.GetRawText() }] };
    }

    private static JsonElement SchemaOf<T>() => AIJsonUtilities.CreateJsonSchema(typeof(T), serializerOptions: ToolJson.Options);
}
