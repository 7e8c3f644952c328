using Reelsmith.Contracts;
using Reelsmith.Gateway.Timing;

namespace Reelsmith.Gateway.Jobs;

/// <summary>What must be done next for a job, as far as its events tell.</summary>
internal static class OutstandingCommands
{
    public static IEnumerable<object> Of(Job job)
    {
        if (job.Status != JobStatus.Running) yield break;
        if (job.Storyboard is not { } storyboard)
        {
            yield return new WriteScript(job.Id, job.Request);
            yield break;
        }
        var scenes = storyboard.Scenes.Count;
        for (var n = 0; n < scenes; n++)
        {
            if (!job.Narrated.ContainsKey(n)) yield return new NarrateScene(job.Id, n, storyboard.Scenes[n].Narration, storyboard.Language, storyboard.Style.Voice);
            else if (!job.Rendered.ContainsKey(n) && Render(job, storyboard, n) is { } render) yield return render;
        }
        if (Enumerable.Range(0, scenes).All(n => job.Narrated.ContainsKey(n) && job.Rendered.ContainsKey(n))) yield return Compose(job, storyboard);
    }

    /// <summary>What tells one command of a job from another: its kind and its scene.</summary>
    public static (Type Kind, int Scene) Identity(object command) => (command.GetType(), command switch
    {
        NarrateScene narrate => narrate.Scene,
        RenderScene render => render.Scene,
        _ => -1,
    });

    // Null while the scene before, whose closing picture the transition shows, has no length yet.
    private static RenderScene? Render(Job job, Storyboard storyboard, int scene)
    {
        if (SceneTiming.TransitionInto(storyboard, scene) == Transition.Cut) return new RenderScene(job.Id, scene, Drawing(job, storyboard, scene), null, job.Request.Format);
        return job.Narrated.ContainsKey(scene - 1)
            ? new RenderScene(job.Id, scene, Drawing(job, storyboard, scene), Drawing(job, storyboard, scene - 1), job.Request.Format)
            : null;
    }

    private static SceneDrawing Drawing(Job job, Storyboard storyboard, int scene)
    {
        var narration = job.Narrated[scene].Narration;
        var timing = SceneTiming.Of(storyboard, scene, narration.Samples, job.Request.Format);
        // Voice and music are left out so that changing them draws nothing anew.
        return new SceneDrawing(scene, storyboard.Scenes[scene].Visual, SceneTiming.TransitionInto(storyboard, scene), storyboard.Style with { Voice = null, Music = null },
            storyboard.Language, storyboard.Scenes[scene].Narration, narration.Words, timing.NarrationStart, timing.Frames, scene == storyboard.Scenes.Count - 1);
    }

    private static ComposeVideo Compose(Job job, Storyboard storyboard)
    {
        var timed = TimedStoryboard.Of(job);
        var scenes = Enumerable.Range(0, storyboard.Scenes.Count).Select(n =>
        {
            var timing = SceneTiming.Of(storyboard, n, job.Narrated[n].Narration.Samples, job.Request.Format);
            return new ComposedScene(job.Rendered[n].Clip, timing.Frames, job.Narrated[n].Narration, timing.NarrationStart, job.Rendered[n].Renderer);
        });
        return new ComposeVideo(job.Id, timed.Artifact, [.. scenes], job.Request.Format);
    }
}
