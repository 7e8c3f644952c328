using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using Amazon.S3.Model;
using Microsoft.Win32.SafeHandles;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Buckets;

/// <summary>Brings an artifact out of a bucket and verifies it as it comes. A body that is cut goes on from where it was.</summary>
internal sealed class BucketDownload(Bucket bucket)
{
    private const int Piece = 256 * 1_024;
    private const int Tries = 3; // a whole file whose hash is another
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <param name="path">A new file.</param>
    /// <returns>False: there is no such object, or one of another length.</returns>
    /// <exception cref="ReelsmithException">The bucket cannot be reached, or what is there has another hash.</exception>
    public async Task<bool> Fetch(string name, ArtifactRef artifact, string path, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var backoff = bucket.Backoff();
        long offset = 0;
        for (var tries = 0; tries < Tries;)
        {
            using var response = await Begin(name, artifact, offset, cancellationToken);
            if (response is null) return false;
            if (offset > 0 && response.HttpStatusCode != HttpStatusCode.PartialContent) offset = Restart(hash);
            var before = offset;
            Exception? cut;
            (offset, cut) = await Receive(response.ResponseStream, file, offset, artifact.Bytes, hash, cancellationToken);
            if (cut is not null)
            {
                if (offset > before) backoff.Progress();
                if (!await backoff.TryAgain(cancellationToken)) throw bucket.Failures.Of(cut);
                continue;
            }
            if (offset == artifact.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == artifact.Hash)
            {
                RandomAccess.FlushToDisk(file);
                return true;
            }
            offset = Restart(hash);
            tries++;
        }
        throw bucket.Failures.Damaged(bucket.KeyOf(name));
    }

    private async Task<GetObjectResponse?> Begin(string name, ArtifactRef artifact, long offset, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = bucket.Name, Key = bucket.KeyOf(name), ByteRange = offset > 0 ? new ByteRange(offset, artifact.Bytes - 1) : null };
        var response = await bucket.Find((client, ct) => client.GetObjectAsync(request, ct), cancellationToken);
        if (response is null || response.HttpStatusCode == HttpStatusCode.PartialContent || response.ContentLength == artifact.Bytes) return response;
        response.Dispose();
        return null;
    }

    // Only what comes from the network is told as a cut: a full disk is another matter.
    private static async Task<(long Offset, Exception? Cut)> Receive(Stream body, SafeFileHandle file, long offset, long bytes, IncrementalHash hash, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (true)
            {
                int read;
                try
                {
                    silence.CancelAfter(LongestSilence);
                    read = await body.ReadAsync(buffer.AsMemory(0, Piece), silence.Token);
                }
                catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
                {
                    return (offset, new TimeoutException("Nothing came for a long time.", e));
                }
                catch (Exception e) when (BucketFailures.IsPassing(e))
                {
                    return (offset, e);
                }
                if (read == 0) return (offset, offset < bytes ? new EndOfStreamException("The answer ended early.") : null);
                if (offset + read > bytes) return (offset + read, null); // not what was asked for
                hash.AppendData(buffer, 0, read);
                await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), offset, cancellationToken);
                offset += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static long Restart(IncrementalHash hash)
    {
        _ = hash.GetHashAndReset();
        return 0;
    }
}
