using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Composer.Films;

internal sealed class ComposeVideoDefinition : ConsumerDefinition<ComposeVideoConsumer>
{
    public ComposeVideoDefinition()
    {
        EndpointName = Queues.Composer;
        ConcurrentMessageLimit = 1;
    }
}
