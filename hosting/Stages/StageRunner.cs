using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Telemetry;
using Reelsmith.Hosting.Workers;

namespace Reelsmith.Hosting.Stages;

/// <summary>What every consumer of a command does around its own work: find the stored result or make it, stop when the job is
/// cancelled, try again what may succeed, and publish what happened.</summary>
public sealed class StageRunner(StageResults results, IArtifactStore artifacts, RunningJobs jobs, Precedence precedence, TimeProvider time, WorkerStop end, IBus bus,
    IEnumerable<StageRoom> rooms, StageTelemetry telemetry, ILogger<StageRunner> log)
{
    private const int Attempts = 3;
    private const int SignsADelivery = 5;
    private static readonly TimeSpan BetweenOutages = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    // No fault of the job: another worker may not have it, and while all have, the command goes round.
    private static readonly HashSet<string> TroublesOfAMachine = [DiskFull.Code, IArtifactStore.Denied, IArtifactStore.WrongClock];

    private readonly Dictionary<string, StageRoom> _rooms = rooms.ToDictionary(room => room.Stage);

    /// <summary>Does one command's work and publishes its event, or <see cref="StageFailed"/>. A command that was sent as a request is answered instead.
    /// Where there is a broker, work that takes long goes on after this returns: no delivery stays unacknowledged for long, and signs of life tell
    /// the gateways that nobody else need take it.</summary>
    /// <param name="command">Whose work it is; the event carries its revision.</param>
    /// <param name="engine">Name and version; part of the result's key.</param>
    /// <param name="input">Everything that determines the result, without job ids.</param>
    /// <param name="files">The artifacts of a result; a stored one counts when they are still there.</param>
    /// <param name="happened">The event to publish for a result.</param>
    public async Task Run<T>(ConsumeContext context, IJobCommand command, string stage, int? scene, string engine, object input,
        Func<T, IReadOnlyList<ArtifactRef>> files, Func<StageWork, CancellationToken, Task<T>> make, Func<T, StageCost, JobEvent> happened)
    {
        var going = Work(context, command, stage, scene, engine, input, files, make, happened);
        if (end.HandsBack && context.ResponseAddress is null)
        {
            for (var signs = 0; signs < SignsADelivery; signs++)
            {
                if (await Ends(going, end.LongestDelivery / SignsADelivery)) break;
                await bus.Publish(new WorkGoesOn(command.JobId), context.CancellationToken);
            }
            if (!going.IsCompleted)
            {
                _ = GoOn(going, command.JobId, stage, scene);
                return;
            }
        }
        await going;
    }

    private async Task Work<T>(ConsumeContext context, IJobCommand command, string stage, int? scene, string engine, object input,
        Func<T, IReadOnlyList<ArtifactRef>> files, Func<StageWork, CancellationToken, Task<T>> make, Func<T, StageCost, JobEvent> happened)
    {
        var jobId = command.JobId;
        using var running = jobs.Begin(jobId, command.Revision);
        // The bus hands out what is queued while it stops: that must not be begun.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(running.Token, context.CancellationToken, end.Over);
        if (stop.IsCancellationRequested || end.Begun.IsCancellationRequested)
        {
            if (!running.Token.IsCancellationRequested) Delivery.HandBack(context);
            return;
        }
        var waited = context.SentTime is { } sent ? Math.Max(0, (time.GetUtcNow() - sent).TotalSeconds) : 0; // the sender's clock may be ahead
        var started = time.GetTimestamp();
        using var span = telemetry.Begin(jobId, stage, scene, engine, waited);
        using var scope = log.BeginScope(new WorkScope(jobId, stage, scene));
        var work = new StageWork(fraction => _ = Report(new StageProgressed(jobId, stage, scene, fraction)), scene > 0 ? precedence : null);
        JobEvent outcome;
        try
        {
            var (result, cached) = await Outlast(() => results.GetOrAdd(StageResults.Key(stage, engine, input), (stored, ct) => new(artifacts.ContainsAll(files(stored), ct)),
                ct => WithRetries(scene == 0, _rooms.GetValueOrDefault(stage), work, make, ct), stop.Token), stop.Token);
            var cost = cached ? new StageCost(true, 0, 0, waited) : new StageCost(false, time.GetElapsedTime(started).TotalSeconds, work.CpuSeconds, waited);
            telemetry.Made(span, stage, engine, cost);
            outcome = happened(result, cost);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            span?.SetTag(TelemetryNames.Outcome, running.Token.IsCancellationRequested ? "withdrawn" : "handed_back");
            if (!running.Token.IsCancellationRequested) Delivery.HandBack(context); // without a broker, the command is sent again when the job goes on
            return;
        }
        catch (Exception e)
        {
            var failure = FailureOf(e, engine) with { Stage = stage, Scene = scene };
            if (end.HandsBack && context.ResponseAddress is null && TroublesOfAMachine.Contains(failure.Code))
            {
                span?.SetTag(TelemetryNames.Outcome, "passed_on");
                log.LogWarning("Stage {Stage} leaves job {JobId} scene {Scene} to other workers: {Reason}", stage, jobId, scene, failure.Message);
                await Task.Delay(BetweenOutages, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!running.Token.IsCancellationRequested) await PassOn(context, command);
                return;
            }
            telemetry.Failed(span, stage, engine, failure, time.GetElapsedTime(started), work.CpuSeconds);
            log.LogWarning(e, "Stage {Stage} failed with {Code} for job {JobId} scene {Scene}", stage, failure.Code, jobId, scene);
            outcome = new StageFailed(jobId, failure);
        }
        finally
        {
            telemetry.End(stage);
        }
        outcome = outcome with { Revision = command.Revision };
        if (context.ResponseAddress is not null) await context.RespondAsync(outcome, outcome.GetType());
        else await bus.Publish(outcome, outcome.GetType(), CancellationToken.None);
    }

    private async Task PassOn(ConsumeContext context, IJobCommand command)
    {
        var queue = await bus.GetSendEndpoint(Queues.Address(Queues.OfDelivery(context)));
        await queue.Send(command, command.GetType(), CancellationToken.None);
    }

    // That the bucket cannot be reached is no fault of the job: the command waits here until it can.
    private async Task<T> Outlast<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (ReelsmithException e) when (end.HandsBack && e.Failure.Code == IArtifactStore.Unreachable)
            {
                log.LogWarning("Work waits: {Reason}", e.Failure.Message);
                await Task.Delay(BetweenOutages, time, cancellationToken);
            }
        }
    }

    // The delivery is acknowledged by now: should this process die, the gateways miss the signs and send the command again.
    private async Task GoOn(Task going, Guid jobId, string stage, int? scene)
    {
        try
        {
            while (!await Ends(going, end.LongestDelivery / SignsADelivery)) await bus.Publish(new WorkGoesOn(jobId), end.Over);
            await going;
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Long work at stage {Stage} for job {JobId} scene {Scene} was cut off; it is sent again", stage, jobId, scene);
        }
    }

    private async Task<bool> Ends(Task going, TimeSpan within)
    {
        using var waiting = new CancellationTokenSource();
        var first = await Task.WhenAny(going, Task.Delay(within, time, waiting.Token));
        await waiting.CancelAsync();
        return first == going;
    }

    /// <summary>Does the work of a request that belongs to no plan of a job, and answers it with what was made, or with <see cref="RequestFailed"/>.</summary>
    /// <typeparam name="T">The answer, which is also what is stored.</typeparam>
    /// <param name="engine">Name and version; part of the result's key.</param>
    /// <param name="input">Everything that determines the result.</param>
    /// <param name="files">The artifacts of a result; a stored one counts when they are still there.</param>
    public async Task Answer<T>(ConsumeContext context, string stage, string engine, object input, Func<T, IReadOnlyList<ArtifactRef>> files, Func<StageWork, CancellationToken, Task<T>> make)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, end.Over);
        object answer;
        try
        {
            (answer, _) = await results.GetOrAdd(StageResults.Key(stage, engine, input), (stored, ct) => new(artifacts.ContainsAll(files(stored), ct)), ct => WithRetries(first: true, null, new StageWork(_ => { }), make, ct), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return; // the process is stopping
        }
        catch (Exception e)
        {
            var failure = FailureOf(e, engine) with { Stage = stage };
            log.LogWarning(e, "A request to stage {Stage} failed with {Code}", stage, failure.Code);
            answer = new RequestFailed(failure);
        }
        await context.RespondAsync(answer, answer.GetType());
    }

    // What is found stored goes before nothing: only work does.
    private async Task<T> WithRetries<T>(bool first, StageRoom? room, StageWork work, Func<StageWork, CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        if (room is not null) await room.Enter(cancellationToken);
        try
        {
            using var turn = first ? precedence.Take() : null;
            using var kept = artifacts.KeepLocal();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await work.GiveWay(cancellationToken);
                    return await make(work, cancellationToken);
                }
                catch (ReelsmithException e) when (e.Failure.Retryable && attempt < Attempts)
                {
                    var delay = FirstDelay * Math.Pow(3, attempt - 1) * (1 + (Random.Shared.NextDouble() / 2));
                    Activity.Current?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection { [TelemetryNames.ErrorType] = e.Failure.Code }));
                    log.LogInformation("Attempt {Attempt} failed with {Code}; the next is in {Delay}", attempt, e.Failure.Code, delay);
                    await Task.Delay(delay, time, cancellationToken);
                }
            }
        }
        finally
        {
            room?.Leave();
        }
    }

    private async Task Report(StageProgressed progress)
    {
        Activity.Current = null; // a scene has hundreds of them
        try
        {
            await bus.Publish(progress, context => context.Durable = false);
        }
        catch (OperationCanceledException)
        {
            // the bus is stopping; progress may be lost
        }
    }

    private static Failure FailureOf(Exception e, string engine) => e switch
    {
        ReelsmithException known => known.Failure with { Engine = known.Failure.Engine ?? engine },
        IOException io when DiskFull.Is(io) => DiskFull.Failure(engine),
        UnauthorizedAccessException denied => new Failure(FailureKind.Unavailable, "access_denied", denied.Message,
            $"Make the data folder writable or name another with {DataFolder.EnvironmentVariable}.", Engine: engine),
        _ => new Failure(FailureKind.Internal, "internal", $"{e.GetType().Name}: {e.Message}", "This is a fault in Reelsmith; please report it with this message.", Engine: engine),
    };
}
