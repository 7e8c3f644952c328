using System.Buffers.Binary;

namespace Reelsmith.Composer.Quality;

/// <summary>Looks at the order of an MP4's boxes (ISO/IEC 14496-12, 4.2).</summary>
internal static class Faststart
{
    /// <summary>Whether the index (moov) stands before the media (mdat), so that playing can begin before all is there.</summary>
    public static bool Is(Stream file)
    {
        Span<byte> header = stackalloc byte[16];
        while (file.ReadAtLeast(header[..8], 8, throwOnEndOfStream: false) == 8)
        {
            if (header[4..8].SequenceEqual("moov"u8)) return true;
            if (header[4..8].SequenceEqual("mdat"u8)) return false;
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var read = 8;
            if (size == 1)
            {
                if (file.ReadAtLeast(header[8..], 8, throwOnEndOfStream: false) < 8) return false;
                size = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
                read = 16;
            }
            if (size < read) return false;
            file.Seek(size - read, SeekOrigin.Current);
        }
        return false;
    }
}
