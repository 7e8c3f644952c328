using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.WarmUps;

public static class WarmUpExtensions
{
    /// <summary>For a process that serves: its stages are tried out at the start, so that the first film is made as fast as any other.</summary>
    public static IServiceCollection AddWarmUp(this IServiceCollection services) => services.AddHostedService<WarmUp>();
}
