using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.Webhooks;

internal static class WebhookExtensions
{
    /// <summary>Tells the ends of jobs to their webhooks. Needs <see cref="GatewayServiceExtensions.AddGatewayService"/> and <see cref="Outgoing.PublicAddressesOnly"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton(new WebhookSchedule(Random.Shared));
        services.AddSingleton<WebhookRules>().AddSingleton<WebhookStore>().AddSingleton<WebhookDeliveries>().AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookClient>();
        return services.AddHostedService<WebhookSender>();
    }
}
