using System.Diagnostics;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Topology.Tests.Deployment;

public sealed class ScriptTests
{
    [Fact]
    public async Task Shellcheck_has_nothing_to_say()
    {
        var scripts = Directory.EnumerateFiles(Repository.File("deploy/local")).Concat(((string[])["deploy/packages", "run", "test", ".ci/run"]).Select(Repository.File));

        Assert.Equal("", await Say("shellcheck", ["-x", "-P", Repository.Root, .. scripts]));
    }

    [Fact]
    public async Task Systemd_takes_the_units()
    {
        if (!File.Exists("/usr/bin/systemd-analyze")) Assert.Skip("There is no systemd here.");
        var folder = Directory.CreateTempSubdirectory("reelsmith-units-");
        try
        {
            // A unit whose program is missing is refused, and a template is checked by an instance of it.
            foreach (var (unit, name) in ((string, string)[])[("reelsmith-gateway", "reelsmith-gateway"), ("reelsmith-worker@", "reelsmith-worker@video")])
            {
                var text = await File.ReadAllTextAsync(Repository.File($"deploy/systemd/{unit}.service"), TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.service"), text.Replace("/opt/reelsmith/reelsmith", "/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            }
            var said = await Say("systemd-analyze", ["verify", "--man=no", .. folder.EnumerateFiles().Select(file => file.FullName)]);

            // Units of this machine's own are looked at as well.
            Assert.DoesNotContain("reelsmith", said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Say(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output + await error;
    }
}
