using Microsoft.Extensions.DependencyInjection;

namespace Reelsmith.Speech;

public static class SpeechServiceExtensions
{
    public static IServiceCollection AddSpeechService(this IServiceCollection services) => services;
}
