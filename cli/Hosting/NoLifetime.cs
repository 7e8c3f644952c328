using Microsoft.Extensions.Hosting;

namespace Reelsmith.Cli.Hosting;

/// <summary>Signals are this program's own affair (<see cref="Interruption"/>): the host's handler would end it with another exit code.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
