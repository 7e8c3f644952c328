using System.Buffers.Binary;
using System.Text;

namespace Reelsmith.Models.Torch;

/// <summary>The symbol versions that a 64-bit little-endian ELF library requires (section .gnu.version_r).
/// Source: Linux Standard Base 5.0, "Symbol Versioning", Version Requirements.</summary>
internal static class ElfVersionRequirements
{
    private const uint SectionTypeVersionNeeded = 0x6FFFFFFE;
    private const ushort FlagWeak = 2;

    /// <summary>Sets the weak flag of a required version, in place, so that the loader goes on where it is missing.</summary>
    /// <returns>Whether the library requires that version.</returns>
    public static bool MakeWeak(Span<byte> image, string version)
    {
        if (image is not [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, ..]) return false;
        var sections = (int)BinaryPrimitives.ReadUInt64LittleEndian(image[0x28..]);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3A..]), count = BinaryPrimitives.ReadUInt16LittleEndian(image[0x3C..]);
        for (var i = 0; i < count; i++)
        {
            var header = image.Slice(sections + (i * size), size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) != SectionTypeVersionNeeded) continue;
            var names = image.Slice(sections + ((int)BinaryPrimitives.ReadUInt32LittleEndian(header[0x28..]) * size), size);
            var strings = image[(int)BinaryPrimitives.ReadUInt64LittleEndian(names[0x18..])..];
            return MakeWeak(image[(int)BinaryPrimitives.ReadUInt64LittleEndian(header[0x18..])..], strings, version);
        }
        return false;
    }

    private static bool MakeWeak(Span<byte> needed, ReadOnlySpan<byte> strings, string version)
    {
        var found = false;
        for (var library = needed; ;)
        {
            var entry = library[(int)BinaryPrimitives.ReadUInt32LittleEndian(library[8..])..];
            for (; ; )
            {
                if (NameAt(strings, BinaryPrimitives.ReadUInt32LittleEndian(entry[8..])) == version)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(entry[4..], (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]) | FlagWeak));
                    found = true;
                }
                var next = (int)BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]);
                if (next == 0) break;
                entry = entry[next..];
            }
            var nextLibrary = (int)BinaryPrimitives.ReadUInt32LittleEndian(library[12..]);
            if (nextLibrary == 0) return found;
            library = library[nextLibrary..];
        }
    }

    private static string NameAt(ReadOnlySpan<byte> strings, uint offset)
    {
        var name = strings[(int)offset..];
        return Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
    }
}
