using Reelsmith.Hosting.Buckets;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Removes artifacts that nothing refers to from a bucket: one sweep notes them, a later one deletes them.</summary>
internal sealed class ArtifactSweep(Bucket bucket, SweepNotes notes)
{
    private const int Together = 1_000;
    private const int AtOnce = 16;
    private const string Clock = "sweep/clock";

    /// <param name="age">Only objects and notes older than this are touched.</param>
    /// <returns>Files deleted and their bytes.</returns>
    public async Task<(int Files, long Bytes)> Run(IReadOnlySet<string> referenced, TimeSpan age, CancellationToken cancellationToken)
    {
        var before = await ServerTime(cancellationToken) - age;
        var noted = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var note in bucket.List(ArtifactNames.Noted, cancellationToken)) noted[note.Name[ArtifactNames.Noted.Length..]] = note.LastModified;

        var (files, bytes) = (0, 0L);
        var (unwanted, doomed, wanted) = (new List<string>(), new List<StoredObject>(), new List<string>());
        await foreach (var stored in bucket.List(ArtifactNames.Artifacts, cancellationToken))
        {
            var file = FileOf(stored);
            var isReferenced = referenced.Contains(Path.GetFileNameWithoutExtension(file));
            if (noted.Remove(file, out var since))
            {
                if (isReferenced || stored.LastModified > since) wanted.Add(file);
                else if (since < before) doomed.Add(stored);
            }
            else if (!isReferenced && stored.LastModified < before)
            {
                unwanted.Add(file);
            }
            if (unwanted.Count == Together) await Note(unwanted, cancellationToken);
            if (doomed.Count == Together) (files, bytes) = Sum((files, bytes), await Delete(doomed, cancellationToken));
        }
        await Note(unwanted, cancellationToken);
        if (doomed.Count > 0) (files, bytes) = Sum((files, bytes), await Delete(doomed, cancellationToken));
        await notes.Remove(wanted.Concat(noted.Where(note => note.Value < before).Select(note => note.Key)), cancellationToken);
        await RemoveOldClaims(before, cancellationToken);
        return (files, bytes);
    }

    private async Task Note(List<string> files, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (file, stop) => await notes.Note(file, stop));
        files.Clear();
    }

    private async Task<(int Files, long Bytes)> Delete(List<StoredObject> doomed, CancellationToken cancellationToken)
    {
        var (claim, unwanted) = await notes.Claim([.. doomed.Select(FileOf)], cancellationToken);
        try
        {
            var gone = doomed.Where(stored => unwanted.Contains(FileOf(stored))).ToArray();
            await bucket.Delete(gone.Select(stored => stored.Name), cancellationToken);
            await notes.Remove(unwanted, cancellationToken);
            return (gone.Length, gone.Sum(stored => stored.Bytes));
        }
        finally
        {
            doomed.Clear();
            await bucket.Delete([claim], CancellationToken.None);
        }
    }

    // Left by a process that was killed while it deleted.
    private async Task RemoveOldClaims(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = new List<string>();
        await foreach (var claim in bucket.List(ArtifactNames.Going, cancellationToken))
        {
            if (claim.LastModified < before) old.Add(claim.Name);
        }
        await bucket.Delete(old, cancellationToken);
    }

    // Objects tell their age by the server's clock, which may not be this machine's.
    private async Task<DateTimeOffset> ServerTime(CancellationToken cancellationToken)
    {
        await bucket.Put(Clock, "now"u8.ToArray(), "text/plain", cancellationToken);
        return (await bucket.Head(Clock, cancellationToken))?.LastModified ?? throw new InvalidOperationException("The bucket lost an object.");
    }

    private static string FileOf(StoredObject stored) => stored.Name[(stored.Name.LastIndexOf('/') + 1)..];

    private static (int, long) Sum((int Files, long Bytes) one, (int Files, long Bytes) other) => (one.Files + other.Files, one.Bytes + other.Bytes);
}
