namespace Reelsmith.Hosting.Checks;

/// <summary>Asks a server that gateways and workers share whether it does what they need, for <c>reelsmith doctor</c>.</summary>
public interface IServerCheck
{
    /// <returns>Null: the configuration names no such server.</returns>
    Task<ServerReport?> Check(CancellationToken cancellationToken);
}
