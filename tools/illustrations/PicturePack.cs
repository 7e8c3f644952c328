using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Reelsmith.Illustrations.Tool;

/// <summary>Writes pictures.bin (the bodies, in Brotli blocks that are read one at a time) and pictures.tsv (what each picture is and
/// where it stands). Neighbours in Unicode's order look alike, so a block compresses well.</summary>
internal static class PicturePack
{
    private const int BlockBytes = 1 << 20;
    private const int Window = 22;

    public static async Task Write(IReadOnlyList<(FluentIcon Icon, EmojiCharacter Character)> icons, JudgedPictures judged, string folder)
    {
        var geometry = new PictureGeometry[icons.Count];
        await Parallel.ForAsync(0, icons.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (i, ct) => geometry[i] = await PictureGeometry.Measure(icons[i].Icon, ct));

        var table = new StringBuilder("# name\tcharacter\tkind\tbox (left top right bottom, thousandths)\tbase\tstraight edges\thead, cut\tcolour\twidth\theight\tblock\toffset\tlength\n");
        var blocks = new List<(int Raw, byte[] Packed)>();
        var block = new MemoryStream();
        for (var i = 0; i < icons.Count; i++)
        {
            var (icon, character) = icons[i];
            var body = Encoding.UTF8.GetBytes(icon.Body);
            if (block.Length > 0 && block.Length + body.Length > BlockBytes) Close();
            var g = geometry[i];
            table.AppendJoin('\t', icon.Name, character.Text, judged.Kinds.GetValueOrDefault(icon.Name) ?? PictureKinds.Of(character),
                string.Create(CultureInfo.InvariantCulture, $"{g.Left} {g.Top} {g.Right} {g.Bottom}"), g.Base.ToString(CultureInfo.InvariantCulture), g.StraightEdges,
                (judged.Heads.Contains(icon.Name) || PictureKinds.IsHead(icon.Name, character) ? "H" : "") + (judged.Cut.Contains(icon.Name) ? "C" : ""), g.Colour,
                icon.Width.ToString(CultureInfo.InvariantCulture), icon.Height.ToString(CultureInfo.InvariantCulture),
                blocks.Count.ToString(CultureInfo.InvariantCulture), block.Length.ToString(CultureInfo.InvariantCulture), body.Length.ToString(CultureInfo.InvariantCulture)).Append('\n');
            block.Write(body);
        }
        Close();

        await using var pack = File.Create(Path.Combine(folder, "pictures.bin"));
        await using var writer = new BinaryWriter(pack);
        writer.Write(blocks.Count);
        foreach (var (raw, packed) in blocks)
        {
            writer.Write(raw);
            writer.Write(packed.Length);
        }
        foreach (var (_, packed) in blocks) writer.Write(packed);
        await File.WriteAllTextAsync(Path.Combine(folder, "pictures.tsv"), table.ToString());

        void Close()
        {
            blocks.Add(((int)block.Length, Compress(block.GetBuffer().AsSpan(0, (int)block.Length))));
            block.SetLength(0);
        }
    }

    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, packed, out var written, quality: 11, window: Window)
            ? packed[..written]
            : throw new InvalidOperationException("Brotli gave more than its own limit.");
    }
}
