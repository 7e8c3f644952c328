using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Consumers;

internal sealed class JobEventConsumerDefinition : ConsumerDefinition<JobEventConsumer>
{
    public JobEventConsumerDefinition()
    {
        EndpointName = Queues.Gateway;
        ConcurrentMessageLimit = 32; // what is taken while a commit runs goes into the next together; events of one job wait for each other in the log
    }
}
