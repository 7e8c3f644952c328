using System.Buffers.Binary;
using System.Text;

namespace Reelsmith.Video.Typography;

/// <summary>Reads what identifies the faces of a font file: the tables name, OS/2 and fvar (OpenType 1.9, "The OpenType font file").</summary>
internal static class FontFile
{
    private const uint Collection = 0x74746366; // 'ttcf'
    private const uint NameTable = 0x6E616D65;
    private const uint Os2Table = 0x4F532F32;
    private const uint VariationsTable = 0x66766172;
    private const uint WeightAxis = 0x77676874;
    private const uint OpticalSizeAxis = 0x6F70737A;

    /// <summary>The faces of a file; none when it is no font or is damaged.</summary>
    public static IReadOnlyList<FontFace> Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var head = Bytes(file, 0, 12);
            if (U32(head, 0) != Collection) return [ReadFace(file, path, 0, 0)];
            var count = (int)Math.Min(U32(head, 8), 64);
            var offsets = Bytes(file, 12, count * 4);
            return [.. Enumerable.Range(0, count).Select(i => ReadFace(file, path, i, U32(offsets, i * 4)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return [];
        }
    }

    private static FontFace ReadFace(Microsoft.Win32.SafeHandles.SafeFileHandle file, string path, int index, uint offset)
    {
        var tables = Bytes(file, offset + 12, U16(Bytes(file, offset, 12), 4) * 16);
        var names = Names(Table(file, tables, NameTable));
        var os2 = Table(file, tables, Os2Table);
        var weight = (int)U16(os2, 4);
        var italic = (U16(os2, 62) & 1) != 0;
        var (min, max, optical) = Axes(Table(file, tables, VariationsTable));
        return new FontFace(path, index, names.GetValueOrDefault(16) ?? names.GetValueOrDefault(1) ?? "", min ?? weight, max ?? weight, italic, optical, names.GetValueOrDefault(5) ?? "");
    }

    private static (int? Min, int? Max, float? Optical) Axes(byte[] table)
    {
        int? min = null, max = null;
        float? optical = null;
        if (table.Length == 0) return (min, max, optical);
        int start = U16(table, 4), count = U16(table, 8), size = U16(table, 10);
        for (var axis = start; axis < start + (count * size); axis += size)
        {
            if (U32(table, axis) == WeightAxis) (min, max) = ((int)Fixed(table, axis + 4), (int)Fixed(table, axis + 12));
            if (U32(table, axis) == OpticalSizeAxis) optical = Fixed(table, axis + 12);
        }
        return (min, max, optical);
    }

    private static Dictionary<int, string> Names(byte[] table)
    {
        var names = new Dictionary<int, string>();
        int count = U16(table, 2), strings = U16(table, 4);
        for (var i = 0; i < count; i++)
        {
            var record = 6 + (i * 12);
            int platform = U16(table, record), language = U16(table, record + 4), id = U16(table, record + 6);
            if (id is not (1 or 5 or 16)) continue;
            var text = table.AsSpan(strings + U16(table, record + 10), U16(table, record + 8));
            if (platform == 3 && language == 0x409) names[id] = Encoding.BigEndianUnicode.GetString(text);
            else if (platform is 0 or 3) names.TryAdd(id, Encoding.BigEndianUnicode.GetString(text));
            else if (platform == 1) names.TryAdd(id, Encoding.Latin1.GetString(text));
        }
        return names;
    }

    private static byte[] Table(Microsoft.Win32.SafeHandles.SafeFileHandle file, byte[] tables, uint tag)
    {
        for (var i = 0; i < tables.Length; i += 16)
        {
            if (U32(tables, i) == tag) return Bytes(file, U32(tables, i + 8), (int)Math.Min(U32(tables, i + 12), 1 << 20));
        }
        return [];
    }

    private static byte[] Bytes(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, int count)
    {
        var bytes = new byte[count];
        return RandomAccess.Read(file, bytes, offset) == count ? bytes : throw new EndOfStreamException();
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    private static float Fixed(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)) / 65536f;
}
