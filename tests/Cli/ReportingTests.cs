using Reelsmith.Cli.Reporting;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Spectre.Console;

namespace Reelsmith.Cli.Tests;

public sealed class ReportingTests
{
    [Fact]
    public void Plain_progress_is_a_few_lines()
    {
        var output = new StringWriter();
        var progress = new PlainProgress(output);

        for (var percent = 0; percent <= 100; percent++) progress.Show(Snapshot(percent / 100.0));

        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal("Storyboard: \"A sample\", 2 scenes.", lines[0]);
        Assert.Equal("10 %, about 1 min 15 s left", lines[1]);
        Assert.Equal(10, lines.Length);
    }

    [Fact]
    public void Bars_show_each_stage_the_scenes_in_work_and_the_time_left()
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 100;

        console.Write(ProgressBars.Of(Snapshot(0.5)));

        var text = output.ToString();
        Assert.Contains("Pictures", text, StringComparison.Ordinal);
        Assert.Contains("1 of 2", text, StringComparison.Ordinal);
        Assert.Contains("scene 2", text, StringComparison.Ordinal);
        Assert.Contains("The second [scene]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("scene 1", text, StringComparison.Ordinal);
        Assert.Contains("50 %, about 1 min 15 s left", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_display_ends_when_the_job_does()
    {
        var output = new StringWriter();
        await using (var progress = new LiveProgress(output)) progress.Show(Snapshot(0.5));

        Assert.Contains("Pictures", output.ToString(), StringComparison.Ordinal);
    }

    private static JobSnapshot Snapshot(double fraction) => new(Guid.Empty, 1, 0, JobStatus.Running, "A sample", fraction, null, TimeSpan.FromSeconds(74.2), TimeSpan.FromSeconds(10),
        [new StageSnapshot(StageName.Script, 1, 1, 1, 0, 0), new StageSnapshot(StageName.Speech, 2, 2, 1, 0, 0), new StageSnapshot(StageName.Video, 1, 2, 0.7, 0, 0), new StageSnapshot(StageName.Composer, 0, 1, 0, 0, 0)],
        [new SceneSnapshot(0, "The first", 1, 1, 60, null, null), new SceneSnapshot(1, "The second [scene]", 1, 0.4, 90, null, null)], null, VideoFormat.Default, null);
}
