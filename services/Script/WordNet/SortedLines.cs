using System.IO.MemoryMappedFiles;
using System.Text;

namespace Reelsmith.Script.WordNet;

/// <summary>A file of lines sorted by their first field, mapped into memory: only the pages that a search touches are read.</summary>
internal sealed unsafe class SortedLines : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly int _length;

    public SortedLines(string path)
    {
        _length = checked((int)new FileInfo(path).Length);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>The whole file.</summary>
    public ReadOnlySpan<byte> Bytes => new(_start, _length);

    /// <summary>The line whose first field is the key, or null.</summary>
    public string? Find(string key)
    {
        var wanted = Encoding.UTF8.GetBytes(key);
        var bytes = Bytes;
        int low = 0, high = bytes.Length; // both are starts of lines
        while (low < high)
        {
            var start = StartOfLine(bytes, low + ((high - low) / 2), low);
            var line = LineAt(start);
            var order = FirstField(line).SequenceCompareTo(wanted);
            if (order == 0) return Encoding.UTF8.GetString(line);
            if (order < 0) low = start + line.Length + 1;
            else high = start;
        }
        return null;
    }

    /// <summary>The line that begins at a byte, without its end.</summary>
    public ReadOnlySpan<byte> LineAt(int start)
    {
        var rest = Bytes[start..];
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int StartOfLine(ReadOnlySpan<byte> bytes, int position, int notBefore) =>
        notBefore + bytes[notBefore..position].LastIndexOf((byte)'\n') + 1;

    private static ReadOnlySpan<byte> FirstField(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)' ');
        return end < 0 ? line : line[..end];
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
