using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Script.Storyboards;

internal sealed class WriteScriptConsumerDefinition : ConsumerDefinition<WriteScriptConsumer>
{
    public WriteScriptConsumerDefinition()
    {
        EndpointName = Queues.Script;
        ConcurrentMessageLimit = 4;
    }
}
