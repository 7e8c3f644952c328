using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Hosting.Bus;

/// <summary>A service's consumers, collected until the process's one bus is built.</summary>
public sealed record BusRegistration(Action<IBusRegistrationConfigurator> Register);

public static class BusRegistrationExtensions
{
    /// <summary>Has the consumers of a service connected to the bus that <see cref="HostingExtensions.AddReelsmith"/> builds.</summary>
    public static IServiceCollection AddConsumers(this IServiceCollection services, Action<IBusRegistrationConfigurator> register) =>
        services.AddSingleton(new BusRegistration(register));
}
