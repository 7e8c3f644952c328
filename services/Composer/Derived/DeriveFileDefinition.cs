using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Composer.Derived;

internal sealed class DeriveFileDefinition : ConsumerDefinition<DeriveFileConsumer>
{
    public DeriveFileDefinition()
    {
        EndpointName = Queues.Derived;
        ConcurrentMessageLimit = 1;
    }
}
