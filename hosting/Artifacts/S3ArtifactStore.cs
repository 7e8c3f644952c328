using System.Diagnostics;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Buckets;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Content-addressed files in a bucket, which several machines share. Those of use here are on the local disk too.</summary>
internal sealed class S3ArtifactStore(Bucket bucket, ArtifactCache cache, BucketLifecycle lifecycle, ArtifactSettings settings, TimeProvider time, TimeSpan? sightingsKept = null) : IArtifactStore
{
    private static readonly TimeSpan AddressLifetime = TimeSpan.FromMinutes(15);

    private readonly Sightings _sightings = new(time, sightingsKept ?? TimeSpan.FromMinutes(5));
    private readonly SweepNotes _notes = new(bucket);
    private readonly BucketUpload _upload = new(bucket);
    private readonly BucketDownload _download = new(bucket);
    private readonly SharedWork<string> _fetches = new();

    public string NewTemporaryPath(string extension) => cache.NewTemporaryPath(extension);

    public ValueTask<string> PathOf(ArtifactRef artifact, CancellationToken cancellationToken) => cache.Find(artifact) is { } path
        ? ValueTask.FromResult(path)
        : new(_fetches.Get(ArtifactNames.FileOf(artifact), ct => Traces.Run("artifact download", span => Describe(span, artifact), () => Fetch(artifact, ct)), cancellationToken));

    public ValueTask<bool> Contains(ArtifactRef artifact, CancellationToken cancellationToken) => _sightings.Contains(artifact) ? ValueTask.FromResult(true) : new(Look(artifact, cancellationToken));

    public async Task<ArtifactRef> AddFile(string path, CancellationToken cancellationToken)
    {
        string hash;
        long bytes;
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16, FileOptions.Asynchronous))
        {
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            bytes = file.Length;
            file.Flush(flushToDisk: true);
        }
        var artifact = new ArtifactRef(hash, Path.GetExtension(path).TrimStart('.'), bytes);
        await Upload(path, artifact, cancellationToken);
        cache.Take(path, artifact);
        return artifact;
    }

    public async Task<ArtifactRef> AddBytes(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken)
    {
        var known = new ArtifactRef(Convert.ToHexStringLower(SHA256.HashData(content.Span)), extension, content.Length);
        if (_sightings.Contains(known)) return known;
        var path = NewTemporaryPath(extension);
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
            return await AddFile(path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public IDisposable KeepLocal() => cache.Keep();

    public async ValueTask<Uri?> AddressOf(ArtifactRef artifact, Download download, CancellationToken cancellationToken)
    {
        if (!settings.PresignedDownloads || !await Contains(artifact, cancellationToken)) return null;
        var request = new GetPreSignedUrlRequest
        {
            BucketName = bucket.Name,
            Key = bucket.KeyOf(ArtifactNames.ObjectOf(artifact)),
            Verb = download.Method == HttpMethod.Head.Method ? HttpVerb.HEAD : HttpVerb.GET, // the signature covers it
            Protocol = (settings.PublicEndpoint ?? settings.Endpoint)?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS,
            Expires = (time.GetUtcNow() + AddressLifetime).UtcDateTime,
            ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentType = download.ContentType, ContentDisposition = download.Disposition },
        };
        return new Uri(await bucket.Public.GetPreSignedURLAsync(request));
    }

    public async Task<(int Files, long Bytes)> Sweep(IReadOnlySet<string> referenced, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await lifecycle.Ensure(cancellationToken);
        var (age, least) = (time.GetUtcNow() - before, 2 * _sightings.Kept);
        return await new ArtifactSweep(bucket, _notes).Run(referenced, age > least ? age : least, cancellationToken);
    }

    private async Task<bool> Look(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        await _notes.TakeBack(ArtifactNames.FileOf(artifact), cancellationToken);
        if ((await bucket.Head(ArtifactNames.ObjectOf(artifact), cancellationToken))?.Bytes != artifact.Bytes) return false;
        _sightings.Add(artifact, asked);
        return true;
    }

    private async Task<string> Fetch(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        var file = ArtifactNames.FileOf(artifact);
        var temporary = NewTemporaryPath(artifact.Extension);
        try
        {
            var kept = _notes.TakeBack(file, cancellationToken);
            var fetched = await _download.Fetch(ArtifactNames.ObjectOf(artifact), artifact, temporary, cancellationToken);
            await kept;
            if (fetched) return cache.Take(temporary, artifact);
            _sightings.Remove(artifact);
            throw ReelsmithException.Unavailable(IArtifactStore.Missing, $"The stored file {file} is gone.", "Make the film again: what is missing is made anew.");
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw new ReelsmithException(DiskFull.Failure(), e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Most of what is added is new: that takes one question and the upload.
    private async Task Upload(string path, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        if (_sightings.Contains(artifact)) return;
        var name = ArtifactNames.ObjectOf(artifact);
        if ((await bucket.Head(name, cancellationToken))?.Bytes == artifact.Bytes && await Look(artifact, cancellationToken)) return;
        var asked = time.GetTimestamp();
        await Traces.Run("artifact upload", span => Describe(span, artifact), async () =>
        {
            await _upload.Send(path, name, ContentTypes.Of(artifact.Extension), cancellationToken);
            return name;
        });
        _sightings.Add(artifact, asked);
    }

    private static void Describe(Activity span, ArtifactRef artifact) => span.SetTag("file.size", artifact.Bytes).SetTag("file.extension", artifact.Extension);
}
