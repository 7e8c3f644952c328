using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Gateway.Photos;
using Reelsmith.Gateway.Preview;
using Reelsmith.Gateway.Videos.OpenApi;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Gateway.Videos;

/// <summary>The resource /v1/videos.</summary>
internal static class VideosExtensions
{
    public static IServiceCollection AddVideos(this IServiceCollection services)
    {
        services.AddSettings<VideoLimits>(VideoLimits.Section);
        services.DescribeVideos();
        services.AddSingleton<OwnVideos>();
        services.AddSingleton<StoryboardEdits>();
        services.AddSingleton<EventFrames>();
        services.AddPhotos();
        return services.AddSingleton<PreviewScenes>();
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
