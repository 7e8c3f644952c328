using Reelsmith.Gateway.Progress;

namespace Reelsmith.Cli.Reporting;

/// <summary>Progress for programs: a line when the storyboard is there, when a scene is narrated or rendered, and for every hundredth of the whole.</summary>
internal sealed class JsonProgress(TextWriter output) : IProgressView
{
    private readonly HashSet<(string, int)> _told = [];
    private int _hundredth;

    public void Show(JobSnapshot job)
    {
        if (job.Title is not null && _told.Add(("script", -1))) JsonLine.Write(output, new { Event = "storyboard", job.Title, Scenes = job.Scenes.Count });
        foreach (var scene in job.Scenes)
        {
            if (scene.NarrationCost is { } narration && _told.Add(("speech", scene.Scene))) JsonLine.Write(output, new { Event = "narrated", scene.Scene, narration.Cached });
            if (scene.RenderCost is { } render && _told.Add(("video", scene.Scene))) JsonLine.Write(output, new { Event = "rendered", scene.Scene, render.Cached });
        }
        var hundredth = (int)(job.Fraction * 100);
        if (hundredth <= _hundredth) return;
        _hundredth = hundredth;
        JsonLine.Write(output, new
        {
            Event = "progress",
            Fraction = Math.Round(job.Fraction, 3),
            SecondsLeft = job.TimeLeft is { } left ? Math.Round(left.TotalSeconds, 1) : (double?)null,
            Stages = job.Stages.ToDictionary(stage => stage.Stage, stage => new { stage.Done, stage.Total, Fraction = Math.Round(stage.Fraction, 3) }),
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
