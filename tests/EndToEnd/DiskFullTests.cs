using System.Diagnostics;

namespace Reelsmith.EndToEnd.Tests;

public sealed class DiskFullTests : IDisposable
{
    private readonly ReelsmithProgram _reelsmith = new();

    public void Dispose() => _reelsmith.Dispose();

    [Theory]
    [InlineData("200k")]
    [InlineData("900k")]
    [InlineData("1600k")]
    public async Task A_full_disk_ends_with_1_and_the_same_command_goes_on_when_there_is_space(string size)
    {
        Directory.CreateDirectory(_reelsmith.Data);
        Assert.SkipUnless(await Succeeds("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", _reelsmith.Data), "mounting a small disk needs root");
        try
        {
            string[] command = ["make", "--out", _reelsmith.Output, "--json", "--storyboard", _reelsmith.Write("s.json", SmallFilm.Json(SmallFilm.Storyboard)), "--size", "640x360"];

            var outcome = await _reelsmith.Run(command);

            Assert.Equal(1, outcome.ExitCode);
            Assert.Equal("disk_full", outcome.LastEvent.GetProperty("code").GetString());
            Assert.False(File.Exists(_reelsmith.FilmFile("video.mp4")));

            Assert.True(await Succeeds("mount", "-o", "remount,size=200m", _reelsmith.Data));
            var again = await _reelsmith.Run(command);
            Assert.True(again.ExitCode == 0, again.Output + again.Error);
        }
        finally
        {
            Assert.True(await Succeeds("umount", _reelsmith.Data));
        }
    }

    private static async Task<bool> Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
