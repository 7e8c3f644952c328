using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class JobProperties
{
    [Property(MaxTest = 300)]
    public void Any_order_and_any_duplication_of_events_ends_in_the_same_job(PositiveInt sceneCount, int seed)
    {
        var storyboard = SampleStoryboard.Of(1 + (sceneCount.Get % 6));
        var scenes = Enumerable.Range(0, storyboard.Scenes.Count).ToArray();
        var events = scenes.Select(n => Logs.Narrated(n, 1_000 * n)).Concat(scenes.Select(Logs.Rendered)).Prepend(Logs.Written(storyboard)).ToArray();
        var random = new System.Random(seed);
        var shuffled = events.Concat(events.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(shuffled);

        var inOrder = Logs.Running().Fold(events);
        var anyhow = Logs.Running().Fold(shuffled);

        Assert.Equal(JsonSerializer.Serialize(inOrder, ContractsJson.Compact), JsonSerializer.Serialize(anyhow, ContractsJson.Compact));
        Assert.Equal(["ComposeVideo"], anyhow.Outstanding().Names());
        Assert.Equal(Logs.Running().Fold(events).Fold(Logs.Composed()).Files, anyhow.Fold(Logs.Composed()).Files);
    }

    [Property(MaxTest = 300)]
    public void Doing_what_is_outstanding_in_any_order_ends_completed_with_nothing_outstanding(PositiveInt sceneCount, int seed)
    {
        var random = new System.Random(seed);
        var storyboard = SampleStoryboard.Of(1 + (sceneCount.Get % 8), _ => (Transition)random.Next(4));
        var job = Logs.Running();
        var happened = new List<JobLogEntry>();
        for (var steps = 0; job.Status == JobStatus.Running; steps++)
        {
            Assert.True(steps < 100, "the job does not end");
            var outstanding = job.Outstanding();
            Assert.NotEmpty(outstanding);
            happened.Add(AnswerTo(outstanding[random.Next(outstanding.Count)], storyboard));
            job = job.Apply(happened[^1]).Apply(happened[random.Next(happened.Count)]);
        }

        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Empty(job.Outstanding());
        Assert.Equal(4 + (2 * storyboard.Scenes.Count), job.Version);
    }

    [Property(MaxTest = 200)]
    public void An_event_never_makes_a_command_outstanding_twice(PositiveInt sceneCount, int seed)
    {
        var random = new System.Random(seed);
        var storyboard = SampleStoryboard.Of(1 + (sceneCount.Get % 8), _ => (Transition)random.Next(4));
        var job = Logs.Running();
        var sent = job.Outstanding().Names().ToList();
        while (job.Status == JobStatus.Running)
        {
            var outstanding = job.Outstanding();
            var next = job.Apply(AnswerTo(outstanding[random.Next(outstanding.Count)], storyboard));
            sent.AddRange(next.Outstanding().Names().Except(outstanding.Names()));
            job = next;
        }

        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(2 + (2 * storyboard.Scenes.Count), sent.Count);
    }

    private static JobLogEntry AnswerTo(object command, Storyboard storyboard) => command switch
    {
        WriteScript => Logs.Written(storyboard),
        NarrateScene narrate => Logs.Narrated(narrate.Scene, 1_000 * narrate.Narration.Length),
        RenderScene render => Logs.Rendered(render.Scene),
        _ => Logs.Composed(),
    };
}
