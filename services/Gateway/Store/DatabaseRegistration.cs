using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Checks;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Gateway.Store;

public static class DatabaseRegistration
{
    /// <summary>The job store, where the settings say that it lies.</summary>
    public static IServiceCollection AddJobStore(this IServiceCollection services) => services
        .AddSettings<DatabaseSettings>(DatabaseSettings.Section)
        .AddSingleton(s => Databases.Of(s.GetRequiredService<DatabaseSettings>(), s.GetRequiredService<DataFolder>()))
        .AddSingleton<GatewayStore>()
        .AddSingleton<IServerCheck, DatabaseCheck>();
}
