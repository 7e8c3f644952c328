using MassTransit;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Speech.Narration;

internal sealed class NarrateSceneConsumerDefinition : ConsumerDefinition<NarrateSceneConsumer>
{
    public NarrateSceneConsumerDefinition()
    {
        EndpointName = Queues.Speech;
        ConcurrentMessageLimit = 2;
    }
}
