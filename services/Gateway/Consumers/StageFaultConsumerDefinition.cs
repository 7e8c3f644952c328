using MassTransit;

namespace Reelsmith.Gateway.Consumers;

internal sealed class StageFaultConsumerDefinition : ConsumerDefinition<StageFaultConsumer>
{
    public StageFaultConsumerDefinition() => EndpointName = "gateway-faults";
}
