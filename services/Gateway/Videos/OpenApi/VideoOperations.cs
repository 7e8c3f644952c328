using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>Headers, failures, examples and contents of the operations.</summary>
internal sealed class VideoOperations : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, int[]> Failures = new(StringComparer.Ordinal)
    {
        ["createVideo"] = [400, 413, 415, 429, 503],
        ["listVideos"] = [400],
        ["getVideo"] = [404],
        ["deleteVideo"] = [404],
        ["cancelVideo"] = [404],
        ["retryVideo"] = [404, 409, 429],
        ["remixVideo"] = [400, 404, 415, 429],
        ["getVideoContent"] = [400, 404, 409, 416, 503],
        ["watchVideo"] = [400, 404],
        ["getStoryboard"] = [404, 409],
        ["putStoryboard"] = [400, 404, 409, 412, 415, 429],
        ["patchScene"] = [400, 404, 409, 412, 415, 429],
        ["previewVideo"] = [404, 503],
        ["getPreviewSegment"] = [404, 416],
        ["writeStoryboard"] = [400, 413, 415, 429, 503],
        ["listVoices"] = [400, 503],
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is not { } name || !Failures.TryGetValue(name, out var failures)) return Task.CompletedTask;
        foreach (var status in failures) operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = Failure(status, context.Document!);
        foreach (var id in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.Name == "id"))
        {
            (id.Description, id.Example) = ("The video's id.", VideoExamples.Id);
            if (id.Schema is OpenApiSchema schema) schema.Pattern = "^video_[0-9a-f]{32}$";
        }
        switch (name)
        {
            case "createVideo":
                Header(operation, "Idempotency-Key", "1 to 255 printable ASCII characters: the same key and body again, within a day, are the same video.");
                operation.RequestBody!.Content!["multipart/form-data"].Schema = new OpenApiSchemaReference(VideoBodySchemas.VideoForm, context.Document);
                operation.RequestBody.Content["application/json"].Examples = VideoExamples.Bodies();
                Answers(operation, ("Location", "Where the video is."), ("openai-poll-after-ms", "When to ask for it again, in milliseconds.")).Content!["application/json"].Example = VideoExamples.Video();
                break;
            case "writeStoryboard":
                operation.RequestBody!.Content!["multipart/form-data"].Schema = new OpenApiSchemaReference(VideoBodySchemas.StoryboardForm, context.Document);
                break;
            case "remixVideo":
                Header(operation, "Idempotency-Key", "As at POST /v1/videos.");
                operation.RequestBody!.Content!["application/json"].Example = new JsonObject { ["prompt"] = "Why do geysers erupt?" };
                break;
            case "getVideo":
                Answers(operation, ("openai-poll-after-ms", "When to ask again, in milliseconds; only while the video is made.")).Content!["application/json"].Example = VideoExamples.Video();
                break;
            case "getVideoContent":
                // The same endpoint under two methods would be the same name twice.
                if (context.Description.HttpMethod == "HEAD") operation.OperationId = "headVideoContent";
                Header(operation, "Range", "A part of the file (RFC 9110), for example bytes=0-1023.");
                Header(operation, "If-Range", "The part only when the ETag is this, else the whole.");
                Header(operation, "If-None-Match", "304 when the ETag is this.");
                foreach (var status in new[] { "200", "206" })
                {
                    var answer = (OpenApiResponse)operation.Responses![status];
                    answer.Content = VideoContent.ContentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema() });
                    answer.Headers = Headers(("ETag", "SHA-256 of the file."), ("Content-Disposition", "A file name made of the title."), ("Accept-Ranges", "bytes."));
                }
                break;
            case "watchVideo":
                Header(operation, "Last-Event-ID", "The id that came last: what happened after it is told.");
                break;
            case "getStoryboard":
                Header(operation, "If-None-Match", "304 when the ETag is this.");
                Answers(operation, ("ETag", "Of the storyboard as it is; for If-Match of an edit."));
                break;
            case "putStoryboard" or "patchScene":
                Header(operation, "If-Match", "The ETag of the storyboard that was edited: 412 when it is another by now.");
                if (name == "patchScene") operation.RequestBody!.Content!["application/json"].Example = new JsonObject { ["narration"] = "Magma rises because it is lighter than the rock around it." };
                break;
        }
        return Task.CompletedTask;
    }

    private static OpenApiResponse Failure(int status, OpenApiDocument document) => new()
    {
        Description = BadRequests.OfStatus(status).Message,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(nameof(ErrorAnswer), document) } },
    };

    private static void Header(OpenApiOperation operation, string name, string description) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static OpenApiResponse Answers(OpenApiOperation operation, params (string Name, string Description)[] headers)
    {
        var answer = (OpenApiResponse)operation.Responses!["200"];
        answer.Headers = Headers(headers);
        return answer;
    }

    private static Dictionary<string, IOpenApiHeader> Headers(params (string Name, string Description)[] headers) => headers.ToDictionary(header => header.Name,
        IOpenApiHeader (header) => new OpenApiHeader { Description = header.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
}
