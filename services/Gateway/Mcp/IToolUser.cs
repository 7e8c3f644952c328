using Reelsmith.Contracts;
using Reelsmith.Gateway.Http;

namespace Reelsmith.Gateway.Mcp;

/// <summary>Who uses the tools, and how a file reaches them.</summary>
internal interface IToolUser
{
    /// <summary>Whose videos the tools work on.</summary>
    Caller Caller { get; }

    /// <summary>Counts something that starts work.</summary>
    /// <exception cref="ReelsmithException">Too much of it came in too short a time.</exception>
    void CountSubmission();

    /// <summary>Where a file of a video is got.</summary>
    ValueTask<string> LinkTo(JobView job, string variant, ArtifactRef file, CancellationToken cancellationToken);
}
