using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reelsmith.Gateway.Webhooks;

internal static class WebhookExtensions
{
    /// <summary>Tells the ends of jobs to their webhooks. Needs <see cref="GatewayServiceExtensions.AddGatewayService"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => new PublicAddressesOnly(s.GetRequiredService<IOptions<WebhookOptions>>().Value));
        services.AddSingleton(new WebhookSchedule(Random.Shared));
        services.AddSingleton<WebhookRules>().AddSingleton<WebhookSignal>().AddSingleton<WebhookStore>().AddSingleton<WebhookDeliveries>().AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookClient>();
        return services.AddHostedService<WebhookSender>();
    }
}
