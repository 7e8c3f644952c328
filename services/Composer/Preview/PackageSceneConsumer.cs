using MassTransit;
using Reelsmith.Composer.Films;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Preview;

internal sealed class PackageSceneConsumer(StageRunner stages, ArtifactStore artifacts, ComposerEngines engines, ScenePackager packager) : IConsumer<PackageScene>
{
    public async Task Consume(ConsumeContext<PackageScene> context)
    {
        var engine = ScenePackager.Engine(await engines.Get(context.CancellationToken));
        await stages.Answer<ScenePackaged>(context, "composer", engine, ScenePackager.Key(context.Message),
            complete: packaged => packaged.Segments.Select(segment => segment.Media).Append(packaged.Initialization).All(artifacts.Contains),
            make: (work, cancellationToken) => packager.Package(context.Message, work, cancellationToken));
    }
}
