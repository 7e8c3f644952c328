using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Speech.Voices;

internal sealed class ListVoicesDefinition : ConsumerDefinition<ListVoicesConsumer>
{
    public ListVoicesDefinition() => EndpointName = Queues.Voices;
}
