using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Reelsmith.EndToEnd.Tests.Serving;

/// <summary>The session in the documentation, as a reader pastes it.</summary>
public sealed partial class SessionTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_session_with_curl_runs_as_it_is_written()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "http-session.md"));
        var script = new StringBuilder("set -euo pipefail\n").AppendJoin('\n', Blocks().Matches(page).Select(block => block.Groups[1].Value));
        var start = new ProcessStartInfo("bash", ["-c", script.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = server.Folder };
        start.Environment["REELSMITH_URL"] = server.Address.GetLeftPart(UriPartial.Authority);
        using var bash = Process.Start(start)!;
        var error = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.True(bash.ExitCode == 0, $"exit code {bash.ExitCode}\n{output}\n{await error}");
        string[] shown =
        [
            "made video_", "event: video.queued", "event: script.written", "event: scene.rendered", "event: video.completed", "\ncompleted\n", "image/jpeg", "\n100\n", " --> ",
            "\n1\n", "A glacier is a river of ice", "#EXTM3U", "one video", "\ntrue\n", "Did you mean",
        ];
        var at = 0;
        foreach (var part in shown)
        {
            var found = output.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{part}\" does not follow:\n{output}");
            at = found + part.Length - (part.EndsWith('\n') ? 1 : 0);
        }
    }

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
