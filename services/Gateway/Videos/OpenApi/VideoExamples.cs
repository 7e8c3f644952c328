using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Reelsmith.Gateway.Http;

namespace Reelsmith.Gateway.Videos.OpenApi;

/// <summary>Examples of the API's description.</summary>
internal static class VideoExamples
{
    public const string Id = "video_019c63a9b0de7c4d8f2f0e6a5b1c3d4e";

    public static JsonNode Video() => JsonSerializer.SerializeToNode(new Video(Id, "video", "motion-1", "in_progress", 42, 1_767_225_600, null, null, "Why do volcanoes erupt?", "30", "1920x1080",
        null, null, "Why do volcanoes erupt?", "video", null, 7, 0, 3, 6, true, new VideoOptions("prompt", 30, 30, null, null, null, "wonder", null, null, false)), ApiJson.Options)!;

    public static Dictionary<string, IOpenApiExample> Bodies() => new()
    {
        ["prompt"] = Body("A topic", """{"prompt":"Why do volcanoes erupt?","seconds":30,"music":"wonder"}"""),
        ["text"] = Body("A text, upright", """{"text":"# Ferns\n\nFerns are older than flowers. They have no seeds: on the back of their leaves grow spores, fine as dust, which the wind carries off.","aspect":"9:16"}"""),
        ["openai"] = Body("As the OpenAI SDKs ask", """{"prompt":"What is a glacier?","model":"sora-2","seconds":"8","size":"1280x720"}"""),
        ["webhook"] = Body("With a webhook", """{"prompt":"How do bees find their way?","webhook":{"url":"https://example.com/hooks/reelsmith"}}"""),
    };

    private static OpenApiExample Body(string summary, string json) => new() { Summary = summary, Value = JsonNode.Parse(json) };
}
