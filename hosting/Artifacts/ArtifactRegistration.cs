using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Hosting.Buckets;
using Reelsmith.Hosting.Checks;
using Reelsmith.Hosting.Settings;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Artifacts;

internal static class ArtifactRegistration
{
    /// <summary>Files and stage results, in the bucket that <see cref="ArtifactSettings"/> names, or else on the local disk.</summary>
    public static IServiceCollection AddArtifacts(this IServiceCollection services)
    {
        services.AddSettings<ArtifactSettings>(ArtifactSettings.Section);
        services.AddSingleton(provider => new Bucket(provider.GetRequiredService<ArtifactSettings>()));
        services.AddSingleton<BucketLifecycle>();
        services.AddSingleton<ArtifactCache>();
        services.AddSingleton<IArtifactStore>(provider => HasBucket(provider)
            ? new S3ArtifactStore(provider.GetRequiredService<Bucket>(), provider.GetRequiredService<ArtifactCache>(), provider.GetRequiredService<BucketLifecycle>(),
                provider.GetRequiredService<ArtifactSettings>(), provider.GetRequiredService<TimeProvider>())
            : new LocalArtifactStore(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IResultStore>(provider => HasBucket(provider)
            ? new S3ResultStore(provider.GetRequiredService<Bucket>(), provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>())
            : new LocalResultStore(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StageResults(provider.GetRequiredService<IResultStore>()));
        return services.AddSingleton<IServerCheck, BucketCheck>();
    }

    private static bool HasBucket(IServiceProvider provider) => provider.GetRequiredService<ArtifactSettings>().Bucket is not null;
}
