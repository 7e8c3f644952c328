using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Composer.Tests;

/// <summary>The composer's service on the real bus.</summary>
internal sealed class ComposerBus : IAsyncDisposable
{
    private readonly IHost _host;

    private ComposerBus(IHost host) => _host = host;

    public static async Task<ComposerBus> Start(DataFolder data)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddComposerService().AddReelsmith(data);
        var host = builder.Build();
        await host.StartAsync();
        return new ComposerBus(host);
    }

    /// <summary>The answer to a request.</summary>
    /// <exception cref="ReelsmithException">It was answered with a failure.</exception>
    public Task<TAnswer> Ask<TRequest, TAnswer>(string queue, TRequest request) where TRequest : class where TAnswer : class =>
        _host.Services.GetRequiredService<IBus>().Ask<TRequest, TAnswer>("composer", queue, request, TimeSpan.FromMinutes(1), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
