using MassTransit;
using Reelsmith.Composer.Films;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Preview;

internal sealed class PackageSceneConsumer(StageRunner stages, ComposerEngines engines, ScenePackager packager) : IConsumer<PackageScene>
{
    public async Task Consume(ConsumeContext<PackageScene> context)
    {
        var engine = ScenePackager.Engine(await engines.Get(context.CancellationToken));
        await stages.Answer<ScenePackaged>(context, "composer", engine, ScenePackager.Key(context.Message),
            files: packaged => [packaged.Initialization, .. packaged.Segments.Select(segment => segment.Media)],
            make: (work, cancellationToken) => packager.Package(context.Message, work, cancellationToken));
    }
}
