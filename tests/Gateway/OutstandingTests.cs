using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class OutstandingTests
{
    private static readonly Storyboard Three = SampleStoryboard.Of(3);
    private static readonly Storyboard CutBeforeTheLast = SampleStoryboard.Of(3, n => n == 2 ? Transition.Cut : Transition.Dive);

    internal static readonly (string What, Storyboard Storyboard, JobLogEntry[] Events, string[] Outstanding)[] Table =
    [
        ("submitted", Three, [], ["WriteScript"]),
        ("written", Three, [Logs.Written(Three)], ["NarrateScene 0", "NarrateScene 1", "NarrateScene 2"]),
        ("the first scene needs no other", Three, [Logs.Written(Three), Logs.Narrated(0)], ["RenderScene 0", "NarrateScene 1", "NarrateScene 2"]),
        ("a transition shows the scene before", Three, [Logs.Written(Three), Logs.Narrated(2)], ["NarrateScene 0", "NarrateScene 1"]),
        ("both sides of a transition are narrated", Three, [Logs.Written(Three), Logs.Narrated(2), Logs.Narrated(1)], ["NarrateScene 0", "RenderScene 2"]),
        ("a cut shows nothing of the scene before", CutBeforeTheLast, [Logs.Written(CutBeforeTheLast), Logs.Narrated(2)], ["NarrateScene 0", "NarrateScene 1", "RenderScene 2"]),
        ("rendered before the rest is narrated", Three, [Logs.Written(Three), Logs.Narrated(0), Logs.Rendered(0)], ["NarrateScene 1", "NarrateScene 2"]),
        ("one clip is missing", Three, [Logs.Written(Three), Logs.Narrated(0), Logs.Narrated(1), Logs.Narrated(2), Logs.Rendered(0), Logs.Rendered(2)], ["RenderScene 1"]),
        ("every clip is there", Three, [Logs.Written(Three), .. Enumerable.Range(0, 3).SelectMany(n => new[] { Logs.Narrated(n), Logs.Rendered(n) })], ["ComposeVideo"]),
        ("composed", Three, [Logs.Written(Three), Logs.Narrated(0), Logs.Composed()], []),
        ("failed", Three, [Logs.Written(Three), Logs.Narrated(0), Logs.Failed()], []),
        ("cancelled", Three, [Logs.Written(Three), Logs.Cancelled()], []),
        ("events may be early", Three, [Logs.Narrated(0), Logs.Written(Three)], ["RenderScene 0", "NarrateScene 1", "NarrateScene 2"]),
        ("a scene that the storyboard does not have", Three, [Logs.Written(Three), Logs.Narrated(7)], ["NarrateScene 0", "NarrateScene 1", "NarrateScene 2"]),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.What)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_ought_to_be_in_flight(string what)
    {
        var row = Table.Single(candidate => candidate.What == what);

        Assert.Equal(row.Outstanding, Logs.Running().Fold(row.Events).Outstanding().Names());
    }

    [Fact]
    public void An_event_that_says_nothing_new_leaves_the_very_same_job()
    {
        var job = Logs.Running().Fold(Logs.Written(Three), Logs.Narrated(0));

        Assert.Same(job, job.Apply(Logs.Narrated(0)));
        Assert.Same(job, job.Apply(Logs.Written(Three)));
        Assert.Equal(4, job.Version);
    }

    [Fact]
    public void A_job_that_ended_ignores_what_comes_later()
    {
        foreach (var end in new[] { Logs.Composed(), Logs.Failed(), Logs.Cancelled() })
        {
            var job = Logs.Running().Fold(Logs.Written(Three), end);
            Assert.Same(job, job.Fold(Logs.Narrated(0), Logs.Failed(), Logs.Cancelled(), Logs.Composed()));
        }
    }

    [Fact]
    public void Voice_and_music_do_not_reach_the_renderer()
    {
        var render = Logs.Running().Fold(Logs.Written(Three), Logs.Narrated(0), Logs.Narrated(1)).Outstanding().OfType<RenderScene>().Single(r => r.Scene == 1);

        Assert.Equal(Three.Style with { Voice = null, Music = null }, render.Drawing.Style);
        Assert.Equal(render.Drawing.Style, render.Previous!.Style);
    }

    [Fact]
    public void A_scene_carries_the_drawing_of_the_scene_before_unless_it_is_cut_to()
    {
        var renders = Logs.Running().Fold(Logs.Written(CutBeforeTheLast), Logs.Narrated(0), Logs.Narrated(1), Logs.Narrated(2)).Outstanding().Cast<RenderScene>().ToArray();

        Assert.Null(renders[0].Previous);
        Assert.Equal(renders[0].Drawing, renders[1].Previous);
        Assert.Null(renders[2].Previous);
        Assert.Equal(Transition.Cut, renders[0].Drawing.Transition);
        Assert.Equal([false, false, true], renders.Select(r => r.Drawing.Last));
    }

    [Fact]
    public void The_voice_and_language_of_the_storyboard_reach_the_speaker()
    {
        var narrate = Assert.IsType<NarrateScene>(Logs.Running().Fold(Logs.Written(Three)).Outstanding()[1]);

        Assert.Equal((1, Three.Scenes[1].Narration, "en", "someone"), (narrate.Scene, narrate.Narration, narrate.Language, narrate.Voice));
    }
}
