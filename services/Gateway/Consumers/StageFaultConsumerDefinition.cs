using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Consumers;

internal sealed class StageFaultConsumerDefinition : ConsumerDefinition<StageFaultConsumer>
{
    public StageFaultConsumerDefinition() => EndpointName = Queues.GatewayFaults;
}
