using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.NoOpServer.Deaths;

internal static class DeathExtensions
{
    /// <summary>Has the process die where a file says.</summary>
    public static void AddDeaths(this IServiceCollection services, Death death)
    {
        services.AddSingleton(death);
        services.AddSendObserver<MortalMessages>();
        services.AddPublishObserver<MortalMessages>();
        services.AddConsumeObserver<MortalMessages>();
        services.AddReceiveObserver<MortalMessages>();
    }
}
