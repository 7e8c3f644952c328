using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Mcp;

/// <summary>The person at this machine; files are where they are stored.</summary>
internal sealed class LocalToolUser(IArtifactStore artifacts) : IToolUser
{
    public Caller Caller => Caller.Local;

    public void CountSubmission()
    {
        // the queue is the only limit
    }

    public ValueTask<string> LinkTo(JobView job, string variant, ArtifactRef file, CancellationToken cancellationToken) => artifacts.PathOf(file, cancellationToken);
}
