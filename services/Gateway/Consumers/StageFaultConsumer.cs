using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Consumers;

/// <summary>A command that its worker could not even take (a message it cannot read, a result it cannot publish) fails the job, so that none waits for ever.</summary>
internal sealed class StageFaultConsumer(PatientLog log)
    : IConsumer<Fault<WriteScript>>, IConsumer<Fault<NarrateScene>>, IConsumer<Fault<RenderScene>>, IConsumer<Fault<ComposeVideo>>
{
    public Task Consume(ConsumeContext<Fault<WriteScript>> context) => Fail(context, context.Message.Message.JobId, "script", null);

    public Task Consume(ConsumeContext<Fault<NarrateScene>> context) => Fail(context, context.Message.Message.JobId, "speech", context.Message.Message.Scene);

    public Task Consume(ConsumeContext<Fault<RenderScene>> context) => Fail(context, context.Message.Message.JobId, "video", context.Message.Message.Scene);

    public Task Consume(ConsumeContext<Fault<ComposeVideo>> context) => Fail(context, context.Message.Message.JobId, "composer", null);

    private Task Fail<T>(ConsumeContext<Fault<T>> context, Guid jobId, string stage, int? scene) where T : IJobCommand
    {
        var cause = context.Message.Exceptions.FirstOrDefault();
        var failure = cause?.ExceptionType == typeof(WorkersDiedException).FullName ? WorkersDiedException.Failure
            : new Failure(FailureKind.Internal, "internal", $"{cause?.ExceptionType}: {cause?.Message}", "This is a fault in Reelsmith; please report it with this message.");
        return log.Append(new StageFailed(jobId, failure with { Stage = stage, Scene = scene }) { Revision = context.Message.Message.Revision }, context.CancellationToken);
    }
}
