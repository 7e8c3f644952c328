using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Films;

internal sealed class ComposeVideoConsumer(StageRunner stages, ComposerEngines engines, FilmComposer composer) : IConsumer<ComposeVideo>
{
    public async Task Consume(ConsumeContext<ComposeVideo> context)
    {
        var command = context.Message;
        var input = new FilmInput(command.Storyboard, command.Scenes, command.Format);
        var engine = await engines.Get(context.CancellationToken);
        await stages.Run(context, command, "composer", scene: null, engine.Identity, input,
            files: files => [files.Video, files.Poster, files.CaptionsSrt, files.CaptionsVtt, files.Storyboard, files.Provenance, files.Qc],
            make: (work, cancellationToken) => composer.Compose(input, engine, work, cancellationToken),
            happened: (files, cost) => new VideoComposed(command.JobId, files, cost));
    }
}
