using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Video;

public static class VideoServiceExtensions
{
    public static IServiceCollection AddVideoService(this IServiceCollection services) => services;
}
