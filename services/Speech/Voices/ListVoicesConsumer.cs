using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Speech.Voices;

internal sealed class ListVoicesConsumer(VoiceCatalog catalog) : IConsumer<ListVoices>
{
    public async Task Consume(ConsumeContext<ListVoices> context)
    {
        IReadOnlyList<Voice> voices;
        try
        {
            voices = await catalog.ListOfAllWorkers(context.CancellationToken);
        }
        catch (ReelsmithException e)
        {
            await context.RespondAsync(new RequestFailed(e.Failure with { Stage = "speech" }));
            return;
        }
        var wanted = context.Message.Language is { } language ? voices.Where(voice => voice.Speaks(language)) : voices;
        await context.RespondAsync(new VoicesListed([.. wanted.Select(voice => new ListedVoice(voice.Id, voice.Name, voice.Languages, voice.Engine, voice.EngineVersion, voice.Ready))]));
    }
}
