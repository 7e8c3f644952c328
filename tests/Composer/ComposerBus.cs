using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Hosting;

namespace Reelsmith.Composer.Tests;

/// <summary>The composer's service on the real bus.</summary>
internal sealed class ComposerBus : IAsyncDisposable
{
    private readonly IHost _host;

    private ComposerBus(IHost host) => _host = host;

    public static async Task<ComposerBus> Start(DataFolder data)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<MassTransitHostOptions>(bus => bus.WaitUntilStarted = true);
        builder.Services.AddComposerService().AddReelsmith(data);
        var host = builder.Build();
        await host.StartAsync();
        return new ComposerBus(host);
    }

    /// <summary>The answer to a request.</summary>
    /// <exception cref="ReelsmithException">It was answered with a failure.</exception>
    public async Task<TAnswer> Ask<TRequest, TAnswer>(TRequest request) where TRequest : class where TAnswer : class
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<IRequestClient<TRequest>>().GetResponse<TAnswer, RequestFailed>(request);
        if (answer.Is(out Response<RequestFailed>? failed)) throw new ReelsmithException(failed.Message.Failure);
        return answer.Is(out Response<TAnswer>? made) ? made.Message : throw new InvalidOperationException("Answered with something else.");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
