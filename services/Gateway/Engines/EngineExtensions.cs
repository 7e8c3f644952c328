using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Settings;

namespace Reelsmith.Gateway.Engines;

/// <summary>What films can be made with.</summary>
internal static class EngineExtensions
{
    public static IServiceCollection AddEngines(this IServiceCollection services) => services
        .AddSettings<StageSettings>(StageSettings.Section)
        .AddSingleton<EngineList>().AddSingleton<VoiceList>().AddSingleton<StoryboardWriting>();

    public static void MapEngines(this IEndpointRouteBuilder app)
    {
        WriteStoryboard.Map(app);
        var engines = app.MapGroup("/v1").WithTags("Engines");
        engines.MapGet("/voices", Voices).WithName("listVoices").WithSummary("List the voices")
            .WithDescription("Every voice that narration can be asked for in, the best first. Ask for one by its id as `voice`; one that is not ready is not installed on the server.");
        engines.MapGet("/themes", Themes).WithName("listThemes").WithSummary("List themes, music, aspects and limits")
            .WithDescription("How films can look and sound, and how long and how large they can be.");
        engines.MapGet("/engines", Engines).WithName("listEngines").WithSummary("List the engines")
            .WithDescription("What each stage works with, whether it is ready, and what to do about it when it is not. A stage that does not answer has one engine that is not ready.");
    }

    private static async Task<Ok<ListAnswer<ListedVoice>>> Voices(VoiceList voices, HttpContext context,
        [Description("BCP 47 tag, such as en, zh or pt-BR: only voices that speak this language.")] string? language = null) =>
        TypedResults.Ok(new ListAnswer<ListedVoice>(await voices.List(language, context.RequestAborted)));

    private static Ok<ThemesAnswer> Themes() => TypedResults.Ok(ThemesAnswer.Of());

    private static async Task<Ok<ListAnswer<EngineReport>>> Engines(EngineList engines, HttpContext context) =>
        TypedResults.Ok(new ListAnswer<EngineReport>(await engines.List(context.RequestAborted)));
}
