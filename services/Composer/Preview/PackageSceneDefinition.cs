using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Composer.Preview;

internal sealed class PackageSceneDefinition : ConsumerDefinition<PackageSceneConsumer>
{
    public PackageSceneDefinition()
    {
        EndpointName = Queues.Preview;
        ConcurrentMessageLimit = 2;
    }
}
