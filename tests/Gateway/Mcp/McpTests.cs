using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Tests.Http;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Mcp;

public sealed class McpTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly FakeStages _stages = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_video_is_made_edited_and_downloaded()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);

        var created = await session.Call("create_video", new { prompt = "Why do volcanoes erupt?", seconds = 12, aspect = "9:16" });
        var id = created.Text("id");
        Assert.Equal(("1080x1920", "12"), (created.Text("size"), created.Text("seconds")));
        Assert.Equal("completed", (await session.End(id)).Text("status"));

        var storyboard = await session.Call("get_storyboard", new { id });
        Assert.Equal(_stages.Storyboard.Title, StoryboardReader.Read(storyboard.GetRawText()).Title);

        var edited = await session.Call("edit_scene", new { id, scene = 1, changes = new { narration = "Something else is said." } });
        Assert.Equal(1, edited.GetProperty("revision").GetInt32());
        Assert.Equal("completed", (await session.End(id)).Text("status"));
        Assert.Equal("Something else is said.", (await session.Call("get_storyboard", new { id })).GetProperty("scenes")[1].Text("narration"));

        var link = await session.Call("download_link", new { id });
        Assert.Equal($"{gateway.Address}v1/videos/{id}/content?variant=video", link.Text("link"));
        var file = await gateway.Client.GetAsync(link.Text("link"));
        Assert.Equal((HttpStatusCode.OK, link.Text("content_type"), link.GetProperty("bytes").GetInt64()),
            (file.StatusCode, file.Content.Headers.ContentType?.MediaType, (await file.Content.ReadAsByteArrayAsync()).LongLength));
    }

    [Fact]
    public async Task Tools_say_what_they_do_take_and_return()
    {
        await using var gateway = await GatewayHttp.Start(_data, stages: _stages);
        await using var session = await McpSession.Open(gateway.Address);

        var tools = await session.Client.ListToolsAsync();

        foreach (var tool in tools.Select(tool => tool.ProtocolTool)) TestContext.Current.SendDiagnosticMessage(JsonSerializer.Serialize(tool));
        Assert.Equal(["cancel_video", "create_video", "download_link", "edit_scene", "get_storyboard", "get_video", "list_videos", "list_voices", "retry_video"], tools.Select(tool => tool.Name).Order());
    }
}
