using System.Buffers.Binary;

namespace Reelsmith.Composer.Preview;

/// <summary>A fragmented MP4 taken apart (ISO/IEC 14496-12, 8.8): the boxes before the first fragment, and the fragments.</summary>
internal sealed class FragmentedMp4
{
    private const int BoxHeader = 8;
    private const int FullBoxHeader = 12;

    private readonly Memory<byte> _file;

    private FragmentedMp4(Memory<byte> file, IReadOnlyList<Fragment> fragments) => (_file, Fragments) = (file, fragments);

    public IReadOnlyList<Fragment> Fragments { get; }

    /// <summary>ftyp and moov.</summary>
    public ReadOnlyMemory<byte> Initialization => _file[..Fragments[0].Start];

    /// <summary>Fragments that follow each other.</summary>
    public ReadOnlyMemory<byte> Media(int first, int count) => _file[Fragments[first].Start..Fragments[first + count - 1].End];

    /// <param name="file">Changed by <see cref="Fragment.Shift"/>.</param>
    /// <exception cref="InvalidDataException">It is cut off, or its fragments have no times of 64 bit.</exception>
    public static FragmentedMp4 Read(Memory<byte> file)
    {
        var boxes = Boxes(file, 0, file.Length).ToArray();
        var fragments = new List<Fragment>();
        foreach (var (box, data) in boxes.Zip(boxes.Skip(1)).Where(pair => pair.First.Type == "moof"))
        {
            if (data.Type != "mdat") throw new InvalidDataException("A fragment has no data.");
            fragments.Add(new Fragment(box.Start, data.End, Times(file, box)));
        }
        return fragments.Count > 0 ? new FragmentedMp4(file, fragments) : throw new InvalidDataException("It has no fragment.");
    }

    private static Dictionary<int, Memory<byte>> Times(Memory<byte> file, Box moof)
    {
        var times = new Dictionary<int, Memory<byte>>();
        foreach (var traf in Children(file, moof).Where(box => box.Type == "traf"))
        {
            var boxes = Children(file, traf).ToArray();
            var track = BinaryPrimitives.ReadInt32BigEndian(file.Span[(boxes.Single(box => box.Type == "tfhd").Start + FullBoxHeader)..]);
            var tfdt = boxes.Single(box => box.Type == "tfdt");
            if (tfdt.End - tfdt.Start != FullBoxHeader + sizeof(long)) throw new InvalidDataException("A fragment's time is not of 64 bit.");
            times[track] = file.Slice(tfdt.Start + FullBoxHeader, sizeof(long));
        }
        return times;
    }

    private static IEnumerable<Box> Children(Memory<byte> file, Box box) => Boxes(file, box.Start + BoxHeader, box.End);

    private static IEnumerable<Box> Boxes(Memory<byte> file, int start, int end)
    {
        while (start < end)
        {
            var header = file.Span[start..Math.Min(start + BoxHeader, end)];
            var length = header.Length < BoxHeader ? 0 : BinaryPrimitives.ReadUInt32BigEndian(header);
            if (length < BoxHeader || length > end - start) throw new InvalidDataException("A box is cut off.");
            yield return new Box(System.Text.Encoding.Latin1.GetString(header[4..]), start, start + (int)length);
            start += (int)length;
        }
    }

    /// <summary>A moof and its mdat.</summary>
    /// <param name="start">Its first byte in the file.</param>
    /// <param name="end">The byte after its last.</param>
    /// <param name="times">Where each track's decode time stands (tfdt).</param>
    internal sealed class Fragment(int start, int end, IReadOnlyDictionary<int, Memory<byte>> times)
    {
        internal int Start => start;

        internal int End => end;

        /// <summary>Decode time of a track's first sample, in its ticks.</summary>
        public long TimeOf(int track) => BinaryPrimitives.ReadInt64BigEndian(times[track].Span);

        /// <summary>Has a track start later. Nothing happens when it has no sample here.</summary>
        public void Shift(int track, long ticks)
        {
            if (times.TryGetValue(track, out var time)) BinaryPrimitives.WriteInt64BigEndian(time.Span, BinaryPrimitives.ReadInt64BigEndian(time.Span) + ticks);
        }
    }

    private readonly record struct Box(string Type, int Start, int End);
}
