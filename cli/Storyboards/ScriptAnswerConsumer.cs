using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Cli.Storyboards;

internal sealed class ScriptAnswerConsumer(ScriptAnswer answer) : IConsumer<ScriptWritten>, IConsumer<StageFailed>
{
    public Task Consume(ConsumeContext<ScriptWritten> context)
    {
        answer.Written(context.Message.Storyboard);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<StageFailed> context)
    {
        answer.Failed(context.Message.Failure);
        return Task.CompletedTask;
    }
}
