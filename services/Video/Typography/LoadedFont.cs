using HarfBuzzSharp;
using SkiaSharp;

namespace Reelsmith.Video.Typography;

/// <summary>A face opened for shaping (HarfBuzz) and for drawing (Skia). Both may be used from any thread.</summary>
internal sealed class LoadedFont : IDisposable
{
    private const float DisplayOpticalSize = 32;
    private readonly Font _font;
    private readonly Lazy<int> _figureWidth;

    public LoadedFont(FontFace face, int weight, bool display)
    {
        Family = face.Family;
        using var blob = Blob.FromFile(face.Path);
        var hbFace = new Face(blob, face.Index);
        UnitsPerEm = hbFace.UnitsPerEm;
        _font = new Font(hbFace);
        _font.SetScale(UnitsPerEm, UnitsPerEm);
        Typeface = SKTypeface.FromFile(face.Path, face.Index);
        _figureWidth = new Lazy<int>(WidestFigure);
        if (!face.Variable) return;
        var axes = new List<(string Tag, float Value)>();
        if (face.MinWeight != face.MaxWeight) axes.Add(("wght", Math.Clamp(weight, face.MinWeight, face.MaxWeight)));
        if (face.MaxOpticalSize is { } largest) axes.Add(("opsz", display ? Math.Min(largest, DisplayOpticalSize) : 14));
        _font.SetVariations([.. axes.Select(a => new Variation { Tag = Tag.Parse(a.Tag), Value = a.Value })]);
        Typeface = Typeface.Clone([.. axes.Select(a => new SKFontVariationPositionCoordinate { Axis = SKFourByteTag.Parse(a.Tag), Value = a.Value })]) ?? Typeface;
    }

    public string Family { get; }

    public int UnitsPerEm { get; }

    public SKTypeface Typeface { get; }

    public bool IsEmoji => Family.Contains("Emoji", StringComparison.Ordinal);

    public bool Has(int codepoint) => _font.TryGetNominalGlyph(codepoint, out _);

    /// <summary>The advance of the widest figure, in font units. (The tabular figures of Inter Display differ in width at heavy weights.)</summary>
    public int FigureWidth => _figureWidth.Value;

    public void Shape(HarfBuzzSharp.Buffer buffer, Feature[] features) => _font.Shape(buffer, features);

    /// <summary>For drawing: unhinted, at fractions of a pixel, so that text keeps its proportions at every size.</summary>
    public SKFont Sized(float size) => new(Typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    private int WidestFigure()
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16("0123456789");
        buffer.GuessSegmentProperties();
        Shape(buffer, [new Feature(Tag.Parse("tnum"), 1), new Feature(Tag.Parse("lnum"), 1), new Feature(Tag.Parse("kern"), 0)]);
        var widest = 0;
        foreach (var position in buffer.GetGlyphPositionSpan()) widest = Math.Max(widest, position.XAdvance);
        return widest;
    }

    public void Dispose()
    {
        _font.Dispose();
        Typeface.Dispose();
    }
}
