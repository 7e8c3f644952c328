using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Composer;
using Reelsmith.Script;
using Reelsmith.Speech;
using Reelsmith.Video;

namespace Reelsmith.Cli.Hosting;

/// <summary>The services that do the work.</summary>
internal static class Stages
{
    /// <summary>Each by the name of its role.</summary>
    public static IReadOnlyDictionary<string, Action<IServiceCollection>> ByRole { get; } = new Dictionary<string, Action<IServiceCollection>>
    {
        ["script"] = services => services.AddScriptService(),
        ["speech"] = services => services.AddSpeechService(),
        ["video"] = services => services.AddVideoService(),
        ["composer"] = services => services.AddComposerService(),
    };

    /// <summary>All of them in this process.</summary>
    public static void Embedded(IServiceCollection services)
    {
        foreach (var add in ByRole.Values) add(services);
    }
}
