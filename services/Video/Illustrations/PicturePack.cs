using System.Globalization;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Reelsmith.Video.Illustrations;

/// <summary>The Fluent Emoji pictures: what each is (read once), and its SVG, for which one block of the pack is inflated.</summary>
internal sealed class PicturePack
{
    private static readonly Lazy<PicturePack> Shared = new(() => new PicturePack());
    private readonly Dictionary<string, Picture> _byName;
    private readonly (int Block, int Offset, int Length)[] _bodies;
    private readonly (int Raw, int Packed, long Position)[] _blocks;

    private PicturePack()
    {
        var pictures = new List<Picture>();
        var bodies = new List<(int, int, int)>();
        foreach (var line in IllustrationData.Lines("pictures.tsv"))
        {
            var f = line.Split('\t');
            pictures.Add(Read(pictures.Count, f));
            bodies.Add((Number(f[10]), Number(f[11]), Number(f[12])));
        }
        Pictures = pictures;
        _bodies = [.. bodies];
        _byName = pictures.ToDictionary(p => p.Name, StringComparer.Ordinal);
        _blocks = ReadBlocks();
    }

    public static PicturePack Default => Shared.Value;

    /// <summary>In the pack's order, which is Unicode's.</summary>
    public IReadOnlyList<Picture> Pictures { get; }

    public Picture this[string name] => _byName[name];

    public Picture? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The bytes that must be inflated to read the picture.</summary>
    public int BlockBytes(Picture picture) => _blocks[_bodies[picture.Index].Block].Raw;

    /// <summary>The picture as an SVG document.</summary>
    public string Svg(Picture picture)
    {
        var (block, offset, length) = _bodies[picture.Index];
        var (raw, packed, position) = _blocks[block];
        using var pack = IllustrationData.Open("pictures.bin");
        pack.Position = position;
        var content = new byte[raw];
        var compressed = new byte[packed];
        pack.ReadExactly(compressed);
        if (!BrotliDecoder.TryDecompress(compressed, content, out var written) || written != raw) throw new InvalidDataException($"Block {block} of the pictures is damaged.");
        var (width, height) = (picture.ViewBox.Width, picture.ViewBox.Height);
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">{Encoding.UTF8.GetString(content, offset, length)}</svg>");
    }

    private static Picture Read(int index, string[] f)
    {
        var box = f[3].Split(' ').Select(n => Number(n) / 1000f).ToArray();
        var edges = f[5].Aggregate(PictureEdges.None, (all, edge) => all | edge switch
        {
            'L' => PictureEdges.Left,
            'T' => PictureEdges.Top,
            'R' => PictureEdges.Right,
            _ => PictureEdges.Bottom,
        });
        return new Picture(index, f[0], f[1], Enum.Parse<PictureKind>(f[2], ignoreCase: true), new SKRect(box[0], box[1], box[2], box[3]), Number(f[4]) / 1000f, edges,
            f[6].Contains('H'), f[6].Contains('C'), SKColor.Parse(f[7]), new SKSizeI(Number(f[8]), Number(f[9])));
    }

    private static (int Raw, int Packed, long Position)[] ReadBlocks()
    {
        using var reader = new BinaryReader(IllustrationData.Open("pictures.bin"));
        var blocks = new (int Raw, int Packed, long Position)[reader.ReadInt32()];
        var position = sizeof(int) + (blocks.Length * 2L * sizeof(int));
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (reader.ReadInt32(), reader.ReadInt32(), position);
            position += blocks[i].Packed;
        }
        return blocks;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
