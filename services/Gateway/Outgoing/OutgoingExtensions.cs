using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Gateway.Outgoing;

internal static class OutgoingExtensions
{
    /// <summary>The way out to the internet, for what callers name by a URL.</summary>
    public static IServiceCollection AddOutgoing(this IServiceCollection services) => services.AddSettings<OutgoingSettings>(OutgoingSettings.Section)
        .AddSingleton(s => new PublicAddressesOnly(s.GetRequiredService<OutgoingSettings>().AllowPrivateAddresses));
}
