using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Composer;
using Reelsmith.Script;
using Reelsmith.Speech;
using Reelsmith.Video;

namespace Reelsmith.Cli.Hosting;

/// <summary>The services that do the work, all in this process.</summary>
internal static class Stages
{
    public static void Embedded(IServiceCollection services) =>
        services.AddScriptService().AddSpeechService().AddVideoService().AddComposerService();
}
