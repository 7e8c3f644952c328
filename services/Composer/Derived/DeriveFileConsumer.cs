using MassTransit;
using Reelsmith.Composer.Films;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Derived;

internal sealed class DeriveFileConsumer(StageRunner stages, ComposerEngines engines, FilmDerivatives derivatives) : IConsumer<DeriveFile>
{
    public async Task Consume(ConsumeContext<DeriveFile> context)
    {
        var engine = FilmDerivatives.Engine(await engines.Get(context.CancellationToken));
        await stages.Answer<FileDerived>(context, "composer", engine, context.Message,
            files: derived => [derived.File],
            make: (work, cancellationToken) => derivatives.Make(context.Message, work, cancellationToken));
    }
}
