using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Reelsmith.Tests.Mcp;
using Reelsmith.Tests.Servers;

namespace Reelsmith.EndToEnd.Tests;

/// <summary>The tools over standard input and output: the real program, as clients start it.</summary>
public sealed class McpTests : IDisposable
{
    private static readonly JsonElement Storyboard = JsonDocument.Parse(SmallFilm.Json(SmallFilm.Storyboard)).RootElement;
    private readonly ReelsmithProgram _reelsmith = new();

    public void Dispose() => _reelsmith.Dispose();

    [Fact]
    public async Task A_film_is_made_edited_and_found_by_its_path()
    {
        await using var session = await McpSession.Open(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = ReelsmithProgram.Executable,
            Arguments = ["mcp"],
            EnvironmentVariables = new Dictionary<string, string?> { ["REELSMITH_DATA"] = _reelsmith.Data },
        }));
        var voice = (await session.Call("list_voices", new { language = "en" })).GetProperty("data").EnumerateArray().First(voice => voice.GetProperty("ready").GetBoolean()).GetProperty("id").GetString();

        var id = (await session.Call("create_video", new { storyboard = Storyboard, size = "320x180", fps = 15, voice })).GetProperty("id").GetString();
        var video = await session.End(id);
        Assert.True(video.GetProperty("status").GetString() == "completed", video.GetRawText());
        var first = (await session.Call("download_link", new { id })).GetProperty("link").GetString()!;

        await session.Call("edit_scene", new { id, scene = 3, changes = new { narration = "And so it ends." } });
        Assert.Equal("completed", (await session.End(id)).GetProperty("status").GetString());
        var second = await session.Call("download_link", new { id });

        Assert.NotEqual(first, second.GetProperty("link").GetString());
        Assert.Equal(second.GetProperty("bytes").GetInt64(), new FileInfo(second.GetProperty("link").GetString()!).Length);
        Assert.Equal("ftyp"u8.ToArray(), (await File.ReadAllBytesAsync(second.GetProperty("link").GetString()!))[4..8]);
        Assert.Equal("And so it ends.", (await session.Call("get_storyboard", new { id })).GetProperty("scenes")[3].GetProperty("narration").GetString());
    }

    [Fact]
    public async Task Nothing_but_the_protocol_is_on_standard_output()
    {
        var outcome = await ReelsmithProgram.Finish(_reelsmith.Start("mcp", "--verbose"), string.Join('\n',
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""", "this is no JSON",
            """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""", ""));

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Events, line => Assert.Equal("2.0", line.GetProperty("jsonrpc").GetString()));
        Assert.Contains("mcp", outcome.Error, StringComparison.OrdinalIgnoreCase); // the log is there
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_no_process_and_the_film_goes_on_at_the_next_start()
    {
        string? id;
        using (var process = _reelsmith.Start("mcp"))
        {
            var error = process.StandardError.ReadToEndAsync();
            await using (var session = await McpSession.Open(new StreamClientTransport(process.StandardInput.BaseStream, process.StandardOutput.BaseStream)))
            {
                id = (await session.Call("create_video", new { storyboard = Storyboard, size = "960x540" })).GetProperty("id").GetString();
                while (ProcessTree.Below(process.Id).All(child => child.Name != "ffmpeg")) Assert.NotEqual("completed", (await session.Call("get_video", new { id })).GetProperty("status").GetString());
            }
            var children = ProcessTree.Below(process.Id);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            Assert.DoesNotContain("fail:", await error, StringComparison.Ordinal);
            Assert.All(children, child => Assert.False(Directory.Exists($"/proc/{child.Id}")));
        }

        using var next = _reelsmith.Start("mcp");
        await using (var session = await McpSession.Open(new StreamClientTransport(next.StandardInput.BaseStream, next.StandardOutput.BaseStream)))
        {
            Assert.Equal("completed", (await session.End(id)).GetProperty("status").GetString());
        }
        using (var interrupt = Process.Start("kill", ["-INT", next.Id.ToString()])) await interrupt.WaitForExitAsync();
        await next.WaitForExitAsync();
        Assert.Equal(0, next.ExitCode);
    }
}
