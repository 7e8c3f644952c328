using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Consumers;

internal sealed class DeadCommandConsumerDefinition : ConsumerDefinition<DeadCommandConsumer>
{
    public DeadCommandConsumerDefinition() => EndpointName = Queues.Dead;

    // Commands are sent to their own queues, never published.
    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DeadCommandConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.ConfigureConsumeTopology = false;
}
