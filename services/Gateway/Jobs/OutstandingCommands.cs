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
            yield return new WriteScript(job.Id, ScriptRequest(job)) { Revision = job.Revision };
            yield break;
        }
        var scenes = storyboard.Scenes.Count;
        for (var n = 0; n < scenes; n++)
        {
            if (!job.Narrated.ContainsKey(n)) yield return new NarrateScene(job.Id, n, storyboard.Scenes[n].Narration, storyboard.Language, storyboard.Style.Voice) { Revision = job.Revision };
            else if (!job.Rendered.ContainsKey(n) && Render(job, storyboard, n) is { } render) yield return render;
        }
        if (Enumerable.Range(0, scenes).All(n => job.Narrated.ContainsKey(n) && job.Rendered.ContainsKey(n))) yield return Compose(job, storyboard);
    }

    /// <summary>A scene that is narrated and rendered, as it goes into the film.</summary>
    public static ComposedScene Finished(Job job, int scene)
    {
        var (narration, clip) = (job.Narrated[scene].Narration, job.Rendered[scene]);
        var timing = SceneTiming.Of(job.Storyboard!, scene, narration.Samples, job.Request.Format);
        return new ComposedScene(clip.Clip, timing.Frames, narration, timing.NarrationStart, clip.Renderer);
    }

    /// <summary>What tells one command of a job from another: its kind and its scene.</summary>
    public static (Type Kind, int Scene) Identity(object command) => (command.GetType(), command switch
    {
        NarrateScene narrate => narrate.Scene,
        RenderScene render => render.Scene,
        _ => -1,
    });

    // An edited storyboard is the whole plan: what the request wished for is in it already.
    private static VideoRequest ScriptRequest(Job job) => job.Edited is null ? job.Request : new VideoRequest { Storyboard = job.Edited, Format = job.Request.Format };

    // Null while the scene before, whose closing picture the transition shows, has no length yet.
    private static RenderScene? Render(Job job, Storyboard storyboard, int scene)
    {
        var cut = SceneTiming.TransitionInto(storyboard, scene) == Transition.Cut;
        if (!cut && !job.Narrated.ContainsKey(scene - 1)) return null;
        return new RenderScene(job.Id, scene, Drawing(job, storyboard, scene), cut ? null : Drawing(job, storyboard, scene - 1), job.Request.Format) { Revision = job.Revision };
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
        return new ComposeVideo(job.Id, timed.Artifact, [.. Enumerable.Range(0, storyboard.Scenes.Count).Select(n => Finished(job, n))], job.Request.Format) { Revision = job.Revision };
    }
}
