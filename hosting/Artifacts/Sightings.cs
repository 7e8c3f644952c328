using System.Collections.Concurrent;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Which artifacts were seen in the bucket a moment ago, so that asking again costs nothing.</summary>
/// <param name="kept">How long that counts. A sweep deletes nothing that was noted within twice this time.</param>
internal sealed class Sightings(TimeProvider time, TimeSpan kept)
{
    private const int Most = 100_000;
    private readonly ConcurrentDictionary<ArtifactRef, long> _seen = new();

    public TimeSpan Kept => kept;

    /// <param name="asked">When the bucket was asked, as a timestamp.</param>
    public void Add(ArtifactRef artifact, long asked)
    {
        if (_seen.Count >= Most) _seen.Clear();
        _seen[artifact] = asked;
    }

    public bool Contains(ArtifactRef artifact) => _seen.TryGetValue(artifact, out var asked) && time.GetElapsedTime(asked) < kept;

    public void Remove(ArtifactRef artifact) => _seen.TryRemove(artifact, out _);
}
