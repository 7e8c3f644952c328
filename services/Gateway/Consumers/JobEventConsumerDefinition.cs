using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Consumers;

internal sealed class JobEventConsumerDefinition : ConsumerDefinition<JobEventConsumer>
{
    public JobEventConsumerDefinition()
    {
        EndpointName = Queues.Gateway;
        ConcurrentMessageLimit = 8; // events of one job wait for each other in the log
    }
}
