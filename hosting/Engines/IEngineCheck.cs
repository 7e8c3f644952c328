using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Engines;

/// <summary>Registered by each service for what it runs on; <c>reelsmith doctor</c> asks them all.</summary>
public interface IEngineCheck
{
    Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken);
}
