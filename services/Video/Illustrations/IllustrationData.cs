using System.IO.Compression;
using System.Text;

namespace Reelsmith.Video.Illustrations;

/// <summary>The data files of Illustrations/Data, which stand inside the assembly and are paged in as they are read.</summary>
internal static class IllustrationData
{
    public static Stream Open(string name) => Find(name) ?? throw new FileNotFoundException($"Illustrations/{name} is not in the assembly.");

    public static Stream? Find(string name) => typeof(IllustrationData).Assembly.GetManifestResourceStream($"Illustrations/{name}");

    /// <summary>The lines of a table, without comments (#) and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    /// <summary>All lines of a Brotli-compressed text, or null when there is no such file.</summary>
    public static IReadOnlyList<string>? PackedLines(string name)
    {
        using var packed = Find(name);
        if (packed is null) return null;
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd().Split('\n');
    }
}
