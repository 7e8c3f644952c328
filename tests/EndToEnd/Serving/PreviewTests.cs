using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.EndToEnd.Tests.Serving;

/// <summary>A film is watched while it is made, by players that people use.</summary>
public sealed class PreviewTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [Fact]
    public async Task FFmpeg_plays_the_preview_from_the_first_scene_to_the_end_of_the_film()
    {
        var id = await Submit("What is a glacier?");

        // It begins when the first scene is there, and follows the playlist until it is complete.
        var played = await ChildProcess.Run("ffmpeg", ["-v", "error", "-xerror", "-live_start_index", "0", "-i", $"{server.Address}v1/videos/{id}/preview.m3u8", "-map", "0:v", "-map", "0:a", "-f", "null", "-progress", "-", "-"],
            default, null, TestContext.Current.CancellationToken);

        var frames = int.Parse(Encoding.UTF8.GetString(played).Split('\n').Last(line => line.StartsWith("frame=", StringComparison.Ordinal))["frame=".Length..], CultureInfo.InvariantCulture);
        var film = await server.Http.GetByteArrayAsync($"/v1/videos/{id}/content?variant=qc");
        Assert.Equal(await FramesOf(id), frames);
        Assert.NotEmpty(film);
    }

    [Fact]
    public async Task A_browser_plays_scenes_while_later_ones_are_made()
    {
        var browserPath = Browsers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browserPath is null, "No Chromium is installed; deploy/packages test installs it.");
        using var pages = await Pages.Start(server.Address);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browserPath, Args = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"] });
        var page = await browser.NewPageAsync();
        var id = await Submit("Why do volcanoes erupt?", "1280x720", 30);

        await page.GotoAsync($"{RunningServer.PageOrigin}/?video={id}");
        await page.WaitForFunctionAsync("() => window.player.currentTime > 0.5 || window.fault", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
        var whilePlaying = (await server.Http.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}")).GetProperty("status").GetString();
        await page.WaitForFunctionAsync("() => window.complete || window.fault", null, new PageWaitForFunctionOptions { Timeout = 120_000 });
        await page.EvaluateAsync("() => { window.player.currentTime = window.player.duration - 1; }");
        await page.WaitForFunctionAsync("() => window.player.ended || window.fault", null, new PageWaitForFunctionOptions { Timeout = 60_000 });

        Assert.Null(await page.EvaluateAsync<string?>("() => window.fault ?? null"));
        Assert.Equal("in_progress", whilePlaying);
        Assert.Equal(await FramesOf(id) / 15.0, await page.EvaluateAsync<double>("() => window.player.duration"), 0.1);
    }

    private async Task<string> Submit(string prompt, string size = "320x180", int seconds = 15)
    {
        var created = await server.Http.PostAsJsonAsync("/v1/videos", new { prompt, size, seconds, fps = 15 });
        return (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task<int> FramesOf(string id)
    {
        var storyboard = await WhenReady(id);
        return (int)Math.Round(storyboard.GetProperty("scenes").EnumerateArray().Sum(scene => scene.GetProperty("seconds").GetDouble()) * 15);
    }

    // The storyboard as it was made has every scene's length.
    private async Task<JsonElement> WhenReady(string id)
    {
        while (true)
        {
            using var answer = await server.Http.GetAsync($"/v1/videos/{id}/content?variant=storyboard");
            if (answer.StatusCode == HttpStatusCode.OK) return await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            await Task.Delay(100);
        }
    }

    /// <summary>A page of another origin with hls.js.</summary>
    private sealed class Pages : IDisposable
    {
        private readonly HttpListener _listener = new();

        public static async Task<Pages> Start(Uri server)
        {
            var script = await File.ReadAllBytesAsync(Path.Combine(await NodePackages.Folder, "node_modules", "hls.js", "dist", "hls.min.js"));
            var page = Encoding.UTF8.GetBytes($$"""
                <!doctype html><video id="player" muted></video><script src="/hls.js"></script><script>
                window.player = document.getElementById("player");
                const hls = new Hls({ startPosition: 0 });
                hls.on(Hls.Events.ERROR, (_, e) => { if (e.fatal) window.fault = e.details; });
                hls.on(Hls.Events.LEVEL_UPDATED, (_, e) => { window.complete = !e.details.live; });
                hls.on(Hls.Events.MANIFEST_PARSED, () => window.player.play());
                hls.loadSource("{{server}}v1/videos/" + new URLSearchParams(location.search).get("video") + "/preview.m3u8");
                hls.attachMedia(window.player);
                </script>
                """);
            var pages = new Pages();
            pages._listener.Prefixes.Add($"{RunningServer.PageOrigin}/");
            pages._listener.Start();
            _ = pages.Serve(page, script);
            return pages;
        }

        public void Dispose() => _listener.Close();

        private async Task Serve(byte[] page, byte[] script)
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    var isScript = context.Request.Url!.AbsolutePath == "/hls.js";
                    context.Response.ContentType = isScript ? "text/javascript" : "text/html";
                    await context.Response.OutputStream.WriteAsync(isScript ? script : page);
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // closed
            }
        }
    }
}
