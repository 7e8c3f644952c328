using System.Threading.Channels;
using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Speech.Tests;

/// <summary>Keeps what the speech service publishes.</summary>
public sealed class EventRecorder(Channel<JobEvent> events) : IConsumer<SceneNarrated>, IConsumer<StageFailed>
{
    public Task Consume(ConsumeContext<SceneNarrated> context) => events.Writer.WriteAsync(context.Message).AsTask();

    public Task Consume(ConsumeContext<StageFailed> context) => events.Writer.WriteAsync(context.Message).AsTask();
}
