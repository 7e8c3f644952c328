using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Cli.Hosting;
using Reelsmith.Speech.Voices;

namespace Reelsmith.Cli.Voices;

/// <summary><c>reelsmith voices</c>: who can speak, one voice a line.</summary>
internal sealed class VoicesCommand(ReelsmithApp app, bool verbose)
{
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        using var host = ReelsmithHost.Build(app.Data, app.Stages, verbose);
        var voices = await host.Services.GetRequiredService<VoiceCatalog>().List(cancellationToken);
        var (ids, languages) = (Width(voices.Select(voice => voice.Id)), Width(voices.Select(LanguagesOf)));
        foreach (var voice in voices)
        {
            var state = voice.Ready ? "" : " (not installed; see `reelsmith doctor`)";
            app.Terminal.Out.WriteLine($"{voice.Id.PadRight(ids)}  {LanguagesOf(voice).PadRight(languages)}  {voice.Name}, {voice.Engine}{state}");
        }
        return voices.Any(voice => voice.Ready) ? ExitCode.Done : ExitCode.Failed;
    }

    private static string LanguagesOf(Voice voice) => string.Join(' ', voice.Languages);

    private static int Width(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty().Max();
}
