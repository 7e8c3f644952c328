using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Gateway.Http.Settings;
using Reelsmith.Gateway.Outgoing;

namespace Reelsmith.Gateway.Webhooks;

internal static class WebhookExtensions
{
    /// <summary>Tells the ends of jobs to their webhooks. Needs <see cref="GatewayServiceExtensions.AddGatewayService"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSettings<WebhookOptions>(WebhookOptions.Section);
        services.AddSingleton(s => new PublicAddressesOnly(s.GetRequiredService<WebhookOptions>().AllowPrivateAddresses));
        services.AddSingleton(new WebhookSchedule(Random.Shared));
        services.AddSingleton<WebhookRules>().AddSingleton<WebhookStore>().AddSingleton<WebhookDeliveries>().AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookClient>();
        return services.AddHostedService<WebhookSender>();
    }
}
