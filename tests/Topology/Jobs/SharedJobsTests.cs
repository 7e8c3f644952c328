using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Reelsmith.Contracts;
using Reelsmith.Gateway;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Topology.Tests.Jobs;

public sealed class SharedJobsTests
{
    [Fact]
    public async Task Any_gateway_carries_on_and_shows_any_job()
    {
        await using var cluster = await Cluster.Start();
        var (one, other) = (await cluster.Gateway(), await cluster.Gateway());
        await cluster.Worker(new FakeStages());

        var jobs = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Submit(n % 2 == 0 ? one : other, $"Job {n}")));

        foreach (var job in jobs)
        {
            Assert.Equal(JobStatus.Completed, (await End(one, job)).Status);
            Assert.Equal(JobStatus.Completed, (await End(other, job)).Status);
        }
    }

    [Fact]
    public async Task Whoever_watches_at_one_gateway_is_told_what_the_other_wrote()
    {
        await using var cluster = await Cluster.Start();
        var (one, other) = (await cluster.Gateway(), await cluster.Gateway());
        var job = await Submit(one, "Watched");
        var seen = new List<string>();
        var watching = Task.Run(async () =>
        {
            await foreach (var change in other.GetRequiredService<JobCoordinator>().Changes(job, 0, CancellationToken.None))
            {
                if (change.Event is { } happened) seen.Add(happened.GetType().Name);
            }
        });
        await cluster.Worker(new FakeStages { Storyboard = SampleStoryboard.Of(1) });

        await watching;

        Assert.Equal(["JobSubmitted", "JobStarted", "ScriptWritten", "SceneNarrated", "SceneRendered", "VideoComposed"], seen);
    }

    [Fact]
    public async Task The_same_submission_at_two_gateways_at_once_is_one_job()
    {
        await using var cluster = await Cluster.Start();
        var gateways = new[] { await cluster.Gateway(), await cluster.Gateway() };

        var submissions = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() =>
            gateways[n % 2].GetRequiredService<JobCoordinator>().Submit(new NewJob("alice", new VideoRequest { Prompt = "Once" }) { IdempotencyKey = "key" }, CancellationToken.None))));

        Assert.Single(submissions.Select(submission => submission.JobId).Distinct());
        Assert.Single(submissions, submission => !submission.Resumed);
    }

    [Fact]
    public async Task A_worker_that_is_in_trouble_itself_leaves_its_work_to_others()
    {
        string[] troubles = [DiskFull.Code, IArtifactStore.WrongClock, IArtifactStore.Denied]; // one for each scene
        await using var cluster = await Cluster.Start();
        var gateway = await cluster.Gateway();
        var (tried, troubled) = (0, true);
        var stages = new FakeStages
        {
            Before = (work, _) => work is RenderScene scene && troubled && Interlocked.Increment(ref tried) > 0 ? throw ReelsmithException.Unavailable(troubles[scene.Scene], "Not here.", "Mend this machine.") : Task.CompletedTask,
        };
        await cluster.Worker(stages);
        var job = await Submit(gateway, "All is well elsewhere");
        while (Volatile.Read(ref tried) < 6) await Task.Delay(50, TestContext.Current.CancellationToken); // each scene has come round

        Assert.Equal(JobStatus.Running, (await gateway.GetRequiredService<JobCatalog>().Find(job, TestContext.Current.CancellationToken))!.Status);
        await cluster.Worker(new FakeStages { Queues = [Queues.Video] });

        Assert.Equal(JobStatus.Completed, (await End(gateway, job)).Status);
        troubled = false;
        Assert.Equal(JobStatus.Completed, (await End(gateway, await Submit(gateway, "All is well again"))).Status);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_at_one_gateway_stops_wherever_it_is_worked_at()
    {
        await using var cluster = await Cluster.Start();
        var (one, other) = (await cluster.Gateway(), await cluster.Gateway());
        var stages = new Held<RenderScene>();
        await cluster.Worker(stages.Stages);
        var job = await Submit(one, "Cancelled");
        await stages.Reached;

        Assert.True(await other.GetRequiredService<JobCoordinator>().Cancel(job, CancellationToken.None));

        await stages.LetGo;
        Assert.Equal(JobStatus.Cancelled, (await End(one, job)).Status);
    }

    [Fact]
    public async Task A_worker_that_stops_hands_its_work_to_another()
    {
        await using var cluster = await Cluster.Start(("Reelsmith:Worker:Grace", "00:00:00"));
        var gateway = await cluster.Gateway();
        var held = new Held<RenderScene>();
        var stopping = await cluster.Worker(held.Stages);
        var job = await Submit(gateway, "Handed back");
        await held.Reached;

        await cluster.Stop(stopping);
        await cluster.Worker(new FakeStages());

        var ended = await End(gateway, job);
        Assert.True(ended.Status == JobStatus.Completed, ended.Failure?.ToString());
        Assert.Empty(await new FailedMessages(gateway.GetRequiredService<Broker>()).List(CancellationToken.None));
    }

    [Fact]
    public async Task Work_that_takes_long_keeps_no_delivery_and_is_sent_again_when_its_worker_falls_silent()
    {
        await using var cluster = await Cluster.Start(("Reelsmith:Worker:Grace", "00:00:00"), ("Reelsmith:Worker:LongestDelivery", "00:00:01"), ("Reelsmith:Jobs:Silence", "00:00:05"));
        var gateway = await cluster.Gateway();
        var held = new Held<RenderScene>();
        var worker = await cluster.Worker(held.Stages);
        var job = await Submit(gateway, "Long");
        await held.Reached;
        await Task.Delay(TimeSpan.FromSeconds(7)); // longer than the delivery and the silence: signs of life keep the job from being sent again

        Assert.Single(held.Stages.Worked.OfType<RenderScene>().Append(held.Command!), command => command.Scene == held.Command!.Scene);
        await cluster.Stop(worker);
        await cluster.Worker(new FakeStages());

        Assert.Equal(JobStatus.Completed, (await End(gateway, job)).Status);
    }

    [Fact]
    public async Task A_delivery_ends_with_its_connection_and_its_work_goes_on()
    {
        await using var cluster = await Cluster.Start();
        var gateway = await cluster.Gateway();
        var held = new Held<WriteScript>();
        var worker = await cluster.Worker(held.Stages);
        var ends = new FailedDeliveries();
        worker.GetRequiredService<IBus>().ConnectReceiveObserver(ends);
        var job = await Submit(gateway, "Long");
        await held.Reached;

        await cluster.Broker.QueuesAreWritten(CancellationToken.None);
        await cluster.Broker.Kill();
        Assert.IsAssignableFrom<OperationCanceledException>(await ends.First.WaitAsync(TimeSpan.FromMinutes(1)));
        await cluster.Broker.Restart(CancellationToken.None);
        held.Release();

        Assert.Equal(JobStatus.Completed, (await End(gateway, job)).Status);
        Assert.Single(held.Stages.Worked.OfType<WriteScript>());
        Assert.Empty(await new FailedMessages(gateway.GetRequiredService<Broker>()).List(CancellationToken.None));
    }

    [Fact]
    public async Task A_command_that_brings_down_whoever_takes_it_fails_its_job_and_is_kept_for_the_operator()
    {
        await using var cluster = await Cluster.Start();
        var gateway = await cluster.Gateway();
        var broker = gateway.GetRequiredService<Broker>();
        var job = await Submit(gateway, "Poison");
        await TakeInVain(broker, Queues.Script, times: 11);

        var ended = await End(gateway, job);

        Assert.Equal((JobStatus.Failed, "workers_died"), (ended.Status, ended.Failure?.Code));
        var failed = new FailedMessages(broker);
        var kept = Assert.Single(await Until(() => failed.List(CancellationToken.None), list => list.Count > 0));
        Assert.Equal((Queues.Dead, nameof(WriteScript), (Guid?)job), (kept.Queue, kept.Kind, kept.JobId));
        Assert.Single(await failed.Replay(message => message.Id == kept.Id, CancellationToken.None));
        Assert.Single(await Until(() => failed.List(CancellationToken.None), list => list.Count > 0)); // it fails again, there
        Assert.Single(await failed.Drop(_ => true, CancellationToken.None));
        Assert.Empty(await failed.List(CancellationToken.None));
    }

    [Fact]
    public async Task The_line_is_one_for_all_gateways()
    {
        await using var cluster = await Cluster.Start(("Reelsmith:Jobs:Running", "1"), ("Reelsmith:Jobs:PerCaller", "1000"));
        var gateways = new[] { await cluster.Gateway(), await cluster.Gateway() };
        var running = await Submit(gateways[0], "Runs");
        var waiting = new List<Guid>();
        await Until(() => Task.FromResult(gateways[1].GetRequiredService<Admission>().Counts), counts => counts.Running == 1);
        for (var n = 0; n < 40; n++) waiting.Add(await Submit(gateways[n % 2], $"Waits {n}"));

        // The limit is kept to within what the other gateway lets in meanwhile: a few may have started.
        var positions = new List<int>();
        for (var n = 0; n < waiting.Count; n++)
        {
            if ((await gateways[(n + 1) % 2].GetRequiredService<JobCatalog>().Find(waiting[n], CancellationToken.None))!.QueuePosition is { } position) positions.Add(position);
        }
        Assert.InRange(positions.Count, 36, 40);
        Assert.Equal(Enumerable.Range(0, positions.Count), positions);
        await cluster.Worker(new FakeStages());
        foreach (var job in waiting.Prepend(running)) Assert.Equal(JobStatus.Completed, (await End(gateways[0], job)).Status);
    }

    private static async Task<Guid> Submit(IServiceProvider gateway, string prompt) =>
        (await gateway.GetRequiredService<JobCoordinator>().Submit(new NewJob("alice", new VideoRequest { Prompt = prompt }), CancellationToken.None)).JobId;

    private static async Task<JobSnapshot> End(IServiceProvider gateway, Guid job)
    {
        JobSnapshot? last = null;
        await foreach (var snapshot in gateway.GetRequiredService<JobCoordinator>().Watch(job, CancellationToken.None)) last = snapshot;
        return last!;
    }

    // As workers do that die of it.
    private static async Task TakeInVain(Broker broker, string queue, int times)
    {
        await using var channel = await broker.OpenChannel(CancellationToken.None);
        for (var n = 0; n < times; n++)
        {
            var message = await Until(() => channel.BasicGetAsync(queue, autoAck: false), message => message is not null);
            await channel.BasicNackAsync(message!.DeliveryTag, multiple: false, requeue: true);
        }
    }

    private static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> enough)
    {
        while (true)
        {
            var answer = await ask();
            if (enough(answer)) return answer;
            await Task.Delay(20);
        }
    }
}
