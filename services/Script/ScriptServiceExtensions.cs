using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Script;

public static class ScriptServiceExtensions
{
    public static IServiceCollection AddScriptService(this IServiceCollection services) => services;
}
