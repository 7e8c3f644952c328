using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Reelsmith.Gateway.Tests.Mcp;

/// <summary>The SDK's own client, connected to the web server.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private McpSession(McpClient client) => Client = client;

    public McpClient Client { get; }

    public static async Task<McpSession> Open(Uri server, string? key = null)
    {
        var headers = key is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" };
        return new McpSession(await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(server, "/mcp"), AdditionalHeaders = headers })));
    }

    /// <summary>The structured result of a tool.</summary>
    public async Task<JsonElement> Call(string tool, object? arguments = null)
    {
        var result = await Result(tool, arguments);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError ?? false, text);
        Assert.Equal(text, result.StructuredContent!.Value.GetRawText());
        return result.StructuredContent.Value;
    }

    /// <summary>What a tool says that fails.</summary>
    public async Task<string> Fail(string tool, object? arguments = null)
    {
        var result = await Result(tool, arguments);
        Assert.True(result.IsError);
        return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
    }

    /// <summary>Asks until the video has ended.</summary>
    public async Task<JsonElement> End(string? id)
    {
        JsonElement video;
        do video = await Call("get_video", new { id });
        while (video.GetProperty("status").GetString() is "queued" or "in_progress");
        return video;
    }

    public ValueTask DisposeAsync() => Client.DisposeAsync();

    private async Task<CallToolResult> Result(string tool, object? arguments) => await Client.CallToolAsync(tool,
        arguments is null ? null : JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value));
}
