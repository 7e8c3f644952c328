using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Timing;

namespace Reelsmith.Gateway.Progress;

/// <summary>What the stages of a film are expected to take, in seconds of work. The starting figures were measured on two cores;
/// what this job's own work took corrects them.</summary>
internal sealed record StageEffort(double Script, double SpeechPerCharacter, double VideoPerMegapixel, double ComposerPerSecond)
{
    private const double ScriptSeconds = 0.5;
    private const double SpeechSecondsPerCharacter = 0.009;
    private const double VideoSecondsPerMegapixel = 0.0035;
    private const double ComposerSecondsPerSecond = 0.05;
    private const double CharactersPerSecond = 14;
    private const double UnknownSeconds = 60;

    public static StageEffort Of(Job job)
    {
        if (job.Storyboard is not { } storyboard) return new StageEffort(ScriptSeconds, SpeechSecondsPerCharacter, VideoSecondsPerMegapixel, ComposerSecondsPerSecond);
        var speech = job.Narrated.Where(scene => !scene.Value.Work.Cost.Cached)
            .Select(scene => (Took: scene.Value.Work.Cost, Units: (double)storyboard.Scenes[scene.Key].Narration.Length));
        var video = job.Rendered.Where(scene => !scene.Value.Work.Cost.Cached && job.Narrated.ContainsKey(scene.Key))
            .Select(scene => (Took: scene.Value.Work.Cost, Units: FramesOf(job, scene.Key) * Megapixels(job.Request.Format)));
        return new StageEffort(ScriptSeconds, Measured(speech, SpeechSecondsPerCharacter), Measured(video, VideoSecondsPerMegapixel), ComposerSecondsPerSecond);
    }

    public double Speech(Job job, int scene) => SpeechPerCharacter * job.Storyboard!.Scenes[scene].Narration.Length;

    public double Video(Job job, int scene) => VideoPerMegapixel * FramesOf(job, scene) * Megapixels(job.Request.Format);

    public double Composer(Job job) => 0.5 + (ComposerPerSecond * FilmSeconds(job));

    /// <summary>Speech and video of the whole film while nothing but its asked length is known.</summary>
    public (double Speech, double Video) BeforeScript(Job job) => (FilmSeconds(job) * CharactersPerSecond * SpeechPerCharacter,
        FilmSeconds(job) * job.Request.Format.FramesPerSecond * Megapixels(job.Request.Format) * VideoPerMegapixel);

    private static double FilmSeconds(Job job) => job.Storyboard is { } storyboard
        ? Enumerable.Range(0, storyboard.Scenes.Count).Sum(n => FramesOf(job, n)) / job.Request.Format.FramesPerSecond
        : job.Request.Seconds ?? UnknownSeconds;

    private static double FramesOf(Job job, int scene)
    {
        if (job.Narrated.TryGetValue(scene, out var narrated)) return SceneTiming.Of(job.Storyboard!, scene, narrated.Narration.Samples, job.Request.Format).Frames;
        var asked = job.Storyboard!.Scenes[scene];
        return Math.Max(asked.Seconds ?? 0, 1 + (asked.Narration.Length / CharactersPerSecond)) * job.Request.Format.FramesPerSecond;
    }

    private static double Measured(IEnumerable<(StageCost Took, double Units)> work, double start)
    {
        var (seconds, units) = work.Aggregate((Seconds: 0.0, Units: 0.0), (sum, piece) => (sum.Seconds + piece.Took.WallSeconds, sum.Units + piece.Units));
        return seconds > 0 && units > 0 ? seconds / units : start;
    }

    private static double Megapixels(VideoFormat format) => format.Width * format.Height / 1e6;
}
