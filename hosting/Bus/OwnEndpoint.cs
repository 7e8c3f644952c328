using MassTransit;

namespace Reelsmith.Hosting.Bus;

public static class OwnEndpoint
{
    /// <summary>Gives this process a queue that no other takes from, and that goes when the process does.</summary>
    public static void IsOwn(this IEndpointRegistrationConfigurator endpoint)
    {
        endpoint.Temporary = true;
        // A broker lets one connection alone use a queue that goes with it, so each process needs a name of its own.
        endpoint.InstanceId = $"-{NewId.NextGuid():N}";
    }
}
