using System.Buffers;
using System.Security.Cryptography;

namespace Reelsmith.Hosting.Buckets;

/// <summary>MD5 against damage on the way (RFC 1864): the one checksum that every server of S3's protocol verifies. What a file is goes by SHA-256.</summary>
internal static class ContentMd5
{
    private const int Piece = 256 * 1_024;

    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    public static async Task<byte[]> Of(string path, long offset, long bytes, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (var end = offset + bytes; offset < end;)
            {
                var read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, (int)Math.Min(Piece, end - offset)), offset, cancellationToken);
                if (read == 0) throw new EndOfStreamException($"{path} is shorter than it was.");
                hash.AppendData(buffer, 0, read);
                offset += read;
            }
            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
