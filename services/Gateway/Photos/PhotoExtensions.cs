using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Gateway.Photos;

internal static class PhotoExtensions
{
    /// <summary>People's own pictures. Needs <see cref="Outgoing.PublicAddressesOnly"/>.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services) => services.AddSingleton<PhotoDownload>().AddSingleton<PhotoField>();
}
