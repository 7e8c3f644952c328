using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reelsmith.Hosting.Settings;

public static class SettingsExtensions
{
    /// <summary>Settings of one section of the configuration, as a singleton; its <c>DataAnnotations</c> are checked at start, unknown names included.</summary>
    /// <param name="section">Full path, such as <c>Reelsmith:Jobs</c>.</param>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section) where T : class, new()
    {
        services.AddSingleton(SettingsSection.Of<T>(section));
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(new SettingsValidation<T>(section));
        return services.AddSingleton(s => s.GetRequiredService<IOptions<T>>().Value);
    }
}
