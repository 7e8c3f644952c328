using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Composer;

public static class ComposerServiceExtensions
{
    public static IServiceCollection AddComposerService(this IServiceCollection services) => services;
}
