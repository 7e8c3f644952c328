using System.Text;
using Reelsmith.Hosting.Buckets;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>How a sweep and those who find an old artifact meanwhile agree on whether it stays. Dekker's way, by what the bucket holds: whoever
/// wants it removes its note and then looks for claims; the sweep claims and then looks for the notes. One of them sees the other, as
/// reads of S3 are consistent, and then it stays.</summary>
internal sealed class SweepNotes(Bucket bucket)
{
    private static readonly TimeSpan LongestDeletion = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly byte[] Empty = [];

    public Task Note(string file, CancellationToken cancellationToken) => bucket.Put(ArtifactNames.NoteOf(file), Empty, "text/plain", cancellationToken);

    public Task Remove(IEnumerable<string> files, CancellationToken cancellationToken) => bucket.Delete(files.Select(ArtifactNames.NoteOf), cancellationToken);

    /// <summary>Sees to it that no sweep deletes an artifact that is there when this has returned, before something can refer to it.</summary>
    public async Task TakeBack(string file, CancellationToken cancellationToken)
    {
        if (await bucket.Head(ArtifactNames.NoteOf(file), cancellationToken) is null) return;
        await Remove([file], cancellationToken);
        var since = TimeProvider.System.GetTimestamp();
        while (await IsClaimed(file, cancellationToken) && TimeProvider.System.GetElapsedTime(since) < LongestDeletion) await Task.Delay(Pause, TimeProvider.System, cancellationToken);
    }

    /// <summary>Claims artifacts for deletion, at most 1,000, in the order of their names.</summary>
    /// <returns>The claim's name and the artifacts that nobody has taken back.</returns>
    public async Task<(string Claim, IReadOnlySet<string> Unwanted)> Claim(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var claim = $"{ArtifactNames.Going}{Guid.NewGuid():N}";
        await bucket.Put(claim, Encoding.ASCII.GetBytes(string.Join('\n', files)), "text/plain", cancellationToken);
        var unwanted = new HashSet<string>(StringComparer.Ordinal);
        // A name without its last letter sorts just before it.
        await foreach (var note in bucket.List(ArtifactNames.Noted, cancellationToken, after: ArtifactNames.NoteOf(files[0])[..^1]))
        {
            var file = note.Name[ArtifactNames.Noted.Length..];
            if (string.CompareOrdinal(file, files[^1]) > 0) break;
            unwanted.Add(file);
        }
        unwanted.IntersectWith(files);
        return (claim, unwanted);
    }

    private async Task<bool> IsClaimed(string file, CancellationToken cancellationToken)
    {
        await foreach (var claim in bucket.List(ArtifactNames.Going, cancellationToken))
        {
            if (await bucket.Get(claim.Name, cancellationToken) is { } found && Encoding.ASCII.GetString(found.Content).Split('\n').Contains(file)) return true;
        }
        return false;
    }
}
