using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway;

public static class GatewayServiceExtensions
{
    public static IServiceCollection AddGatewayService(this IServiceCollection services) => services;
}
