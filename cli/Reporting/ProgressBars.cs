using System.Globalization;
using Reelsmith.Gateway.Progress;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reelsmith.Cli.Reporting;

/// <summary>What the live display shows of a job: a bar a stage, a bar for each scene in work, and the time left.</summary>
internal static class ProgressBars
{
    private const int Width = 30;
    private const int MostScenes = 4;

    public static IRenderable Of(JobSnapshot job)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap());
        foreach (var stage in job.Stages)
        {
            var count = stage.Total > 1 ? string.Create(CultureInfo.InvariantCulture, $"{stage.Done} of {stage.Total}") : "";
            grid.AddRow(new Text(NameOf(stage.Stage)), Bar(stage.Fraction, Color.Orange1), new Text(count, new Style(Color.Grey)));
            if (stage.Stage == StageName.Speech) AddScenes(grid, job, scene => scene.Narrated);
            if (stage.Stage == StageName.Video) AddScenes(grid, job, scene => scene.Rendered);
        }
        var whole = string.Create(CultureInfo.InvariantCulture, $"{job.Fraction * 100:0} %{TimeText.Left(job.TimeLeft)}");
        return new Rows(job.Title is null ? new Text("Writing the storyboard…") : new Text(job.Title, new Style(decoration: Decoration.Bold)), grid, new Text(whole));
    }

    private static void AddScenes(Grid grid, JobSnapshot job, Func<SceneSnapshot, double> fraction)
    {
        foreach (var scene in job.Scenes.Where(scene => fraction(scene) is > 0 and < 1).Take(MostScenes))
        {
            grid.AddRow(new Text(string.Create(CultureInfo.InvariantCulture, $"  scene {scene.Scene + 1}"), new Style(Color.Grey)), Bar(fraction(scene), Color.Grey),
                new Text(scene.Headline, new Style(Color.Grey)) { Overflow = Overflow.Ellipsis });
        }
    }

    private static Text Bar(double fraction, Color colour)
    {
        var full = (int)Math.Round(Math.Clamp(fraction, 0, 1) * Width);
        return new Text(new string('━', full) + new string('─', Width - full), new Style(fraction >= 1 ? Color.Green : colour));
    }

    private static string NameOf(string stage) => stage switch
    {
        StageName.Script => "Storyboard",
        StageName.Speech => "Voice",
        StageName.Video => "Pictures",
        _ => "Film",
    };
}
