using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;

namespace Reelsmith.Hosting.Stages;

/// <summary>Results as objects of a bucket, found by workers on any machine.</summary>
internal sealed class S3ResultStore(Bucket bucket, DataFolder data, TimeProvider time) : IResultStore
{
    private const string Results = "results/";
    private const int AtOnce = 16;
    private const int Together = 1_000;
    private static readonly TimeSpan TouchEvery = TimeSpan.FromDays(1);

    private volatile bool _unconditional;

    public async ValueTask<StoredResult?> Find(string key, CancellationToken cancellationToken) =>
        await bucket.Get(NameOf(key), cancellationToken) is { } found ? new StoredResult(found.Content, found.Object.Version, found.Object.LastModified) : null;

    public async ValueTask Used(string key, StoredResult result, CancellationToken cancellationToken)
    {
        // Stored again as it is: servers differ in how they take a copy to itself.
        if (time.GetUtcNow() - result.LastOfUse >= TouchEvery) await Store(key, result.Json, result, cancellationToken);
    }

    public async Task<StoredResult?> Store(string key, ReadOnlyMemory<byte> json, StoredResult? replaced, CancellationToken cancellationToken)
    {
        var name = NameOf(key);
        if (!_unconditional)
        {
            try
            {
                await bucket.Put(name, json, ContentTypes.Json, cancellationToken, unlessThere: replaced is null, instead: replaced?.Version);
                return null;
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotImplemented || e.ErrorCode == "NotImplemented")
            {
                _unconditional = true; // the last one stored wins, which is as good unless two workers have made the same at once
            }
            catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound)
            {
                // Some servers find no version equal to itself: then the condition says nothing.
                if (await Find(key, cancellationToken) is { } other && other.Version != replaced?.Version) return other;
            }
        }
        await bucket.Put(name, json, ContentTypes.Json, cancellationToken);
        return null;
    }

    /// <remarks>What has been read is kept on the local disk, by version, so that a sweep reads only what is new.</remarks>
    public async IAsyncEnumerable<string> Forget(DateTimeOffset unusedSince, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (old, current, seen) = (new List<string>(), new List<StoredObject>(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var stored in bucket.List(Results, cancellationToken))
        {
            if (stored.LastModified < unusedSince) old.Add(stored.Name);
            else current.Add(stored);
            if (current.Count < Together) continue;
            foreach (var text in await Read(current, seen, cancellationToken)) yield return text;
        }
        foreach (var text in await Read(current, seen, cancellationToken)) yield return text;
        await bucket.Delete(old, cancellationToken);
        if (!Directory.Exists(data.Results)) yield break;
        foreach (var copy in Directory.EnumerateFiles(data.Results, "*", SearchOption.AllDirectories))
        {
            if (!seen.Contains(copy)) File.Delete(copy);
        }
    }

    private async Task<string[]> Read(List<StoredObject> results, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var texts = new string[results.Count];
        await Parallel.ForAsync(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (n, stop) => texts[n] = await Read(results[n], stop));
        seen.UnionWith(results.Select(CopyOf));
        results.Clear();
        return texts;
    }

    private async Task<string> Read(StoredObject result, CancellationToken cancellationToken)
    {
        var copy = CopyOf(result);
        if (File.Exists(copy)) return await File.ReadAllTextAsync(copy, cancellationToken);
        if (await bucket.Get(result.Name, cancellationToken) is not { } found) return "";
        if (found.Object.Version == result.Version)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            Directory.CreateDirectory(data.Temporary);
            var temporary = Path.Combine(data.Temporary, $"{Guid.NewGuid():N}.json");
            await File.WriteAllBytesAsync(temporary, found.Content, cancellationToken);
            File.Move(temporary, copy, overwrite: true);
        }
        return System.Text.Encoding.UTF8.GetString(found.Content);
    }

    private string CopyOf(StoredObject result) => Path.Combine(data.Results, $"{result.Name[Results.Length..]}.{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(result.Version))}");

    private static string NameOf(string key) => $"{Results}{key[..2]}/{key}.json";
}
