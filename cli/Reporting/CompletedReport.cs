using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Cli.Reporting;

/// <summary>Tells of a finished film.</summary>
internal static class CompletedReport
{
    /// <param name="folder">Where its files are.</param>
    public static void Write(Terminal terminal, bool json, JobSnapshot job, string folder)
    {
        var seconds = (double)job.Files!.Frames / job.Format.FramesPerSecond;
        var video = Path.Combine(folder, "video.mp4");
        terminal.Error.WriteLine(FormattableString.Invariant($"{video}: {seconds:0.0} s of film in {job.Elapsed.TotalSeconds:0.0} s."));
        if (!json) return;
        JsonLine.Write(terminal.Out, new
        {
            Event = "completed",
            Video = video,
            Folder = folder,
            job.Title,
            Seconds = seconds,
            job.Files.Frames,
            Elapsed = Math.Round(job.Elapsed.TotalSeconds, 3),
            Scenes = job.Scenes.Select(scene => new
            {
                scene.Scene,
                Rendered = Done(scene.RenderCost),
                Narrated = Done(scene.NarrationCost),
                Seconds = (double)(scene.Frames ?? 0) / job.Format.FramesPerSecond,
                scene.Frames,
                Cost = new { Speech = Cost(scene.NarrationCost), Video = Cost(scene.RenderCost) },
            }),
            Stages = job.Stages.ToDictionary(stage => stage.Stage, stage => new { Wall = Math.Round(stage.WallSeconds, 3), Cpu = Math.Round(stage.CpuSeconds, 3) }),
        });
    }

    // Whether this run did the work: not when it was done before, nor when its result was found.
    private static bool Done(StageCost? cost) => cost is { Cached: false };

    private static object Cost(StageCost? cost) => new { Wall = Math.Round(cost?.WallSeconds ?? 0, 3), Cpu = Math.Round(cost?.CpuSeconds ?? 0, 3) };
}
