using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Gateway.Http;
using Reelsmith.Hosting.Listening;

namespace Reelsmith.Gateway.Keys;

internal static class KeyExtensions
{
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddSingleton(s => new KeyPolicy(s.GetRequiredService<ServerSettings>().RequireKeys || !s.GetRequiredService<ListeningAddresses>().OnlyThisMachine));
        return services.AddSingleton<ApiKeys>().AddSingleton<KeyRing>();
    }
}
