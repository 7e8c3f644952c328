using Reelsmith.Gateway.Jobs;

namespace Reelsmith.Gateway.Progress;

/// <summary>How far a job is, by stage: the expected effort of what is done over that of everything.</summary>
internal static class ProgressEstimate
{
    /// <summary>By what is finished alone.</summary>
    public static double Fraction(Job job) => Fraction(job, new Dictionary<(string, int?), double>());

    /// <param name="running">The fraction of each piece of work that is going on.</param>
    public static double Fraction(Job job, IReadOnlyDictionary<(string Stage, int? Scene), double> running)
    {
        if (job.Status == JobStatus.Completed) return 1;
        var effort = StageEffort.Of(job);
        if (job.Storyboard is not { } storyboard)
        {
            var (speech, video) = effort.BeforeScript(job);
            return effort.Script * Part(running, StageName.Script, null) / (effort.Script + speech + video + effort.Composer(job));
        }
        var (done, all) = (effort.Script, effort.Script);
        for (var n = 0; n < storyboard.Scenes.Count; n++)
        {
            var (speech, video) = (effort.Speech(job, n), effort.Video(job, n));
            all += speech + video;
            done += (speech * Narrated(job, running, n)) + (video * Rendered(job, running, n));
        }
        var composer = effort.Composer(job);
        return (done + (composer * Part(running, StageName.Composer, null))) / (all + composer);
    }

    public static double Narrated(Job job, IReadOnlyDictionary<(string Stage, int? Scene), double> running, int scene) =>
        job.Narrated.ContainsKey(scene) ? 1 : Part(running, StageName.Speech, scene);

    public static double Rendered(Job job, IReadOnlyDictionary<(string Stage, int? Scene), double> running, int scene) =>
        job.Rendered.ContainsKey(scene) ? 1 : Part(running, StageName.Video, scene);

    public static double Part(IReadOnlyDictionary<(string Stage, int? Scene), double> running, string stage, int? scene) =>
        Math.Clamp(running.GetValueOrDefault((stage, scene)), 0, 0.99);
}
