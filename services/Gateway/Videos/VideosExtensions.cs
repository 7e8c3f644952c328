using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Settings;
using Reelsmith.Gateway.Preview;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Videos;

/// <summary>The resource /v1/videos.</summary>
internal static class VideosExtensions
{
    private static readonly RequestTimeout LongestDerivation = RequestTimeout.After(m: 10);
    private static readonly RequestTimeout LongestPackaging = RequestTimeout.After(m: 2);

    public static IServiceCollection AddVideos(this IServiceCollection services)
    {
        services.AddSettings<VideoLimits>(VideoLimits.Section);
        services.AddSingleton<OwnVideos>();
        services.AddSingleton<StoryboardEdits>();
        services.AddSingleton<EventFrames>();
        services.AddSingleton<PreviewScenes>();
        return services.AddConsumers(bus =>
        {
            bus.AddRequestClient<DeriveFile>(Queues.Address(Queues.Derived), LongestDerivation);
            bus.AddRequestClient<PackageScene>(Queues.Address(Queues.Preview), LongestPackaging);
        });
    }

    public static void MapVideos(this IEndpointRouteBuilder app)
    {
        CreateVideo.Map(app);
        GetVideo.Map(app);
        ListVideos.Map(app);
        ChangeVideo.Map(app);
        VideoContent.Map(app);
        VideoEvents.Map(app);
        EditStoryboard.Map(app);
        VideoPreview.Map(app);
    }
}
