using System.Globalization;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Draws the figure of a number scene: counting up when it is one number, else sliding in.</summary>
internal sealed class NumberPainter(Composition composition, SceneSetting scene, TextPainter text)
{
    private const int CountFrames = 27, MostDigits = 15;

    /// <returns>Frame at which the figure begins to show.</returns>
    public int Add(NumberLayout layout)
    {
        var value = layout.Figure.Shaped.Text;
        var length = scene.Pace.Length(CountFrames);
        var earliest = scene.Pace.At(4);
        // Set when the number has been spoken, so that the eye never runs ahead of the ear by much.
        var spoken = scene.Cues.FrameAfter(value) ?? scene.Cues.FrameAfter(value.Trim('$', '€', '£', '¥', '%', '+', '−', '-'));
        var start = Math.Max(earliest, Math.Min((spoken ?? 0) - length, scene.Drawing.Frames - length - 1));
        var places = Places(layout);
        if (places is null) AddStill(layout, start);
        else AddCounting(layout, places, start, length);
        composition.Texts.Add(new PlacedText(value, layout.Figure.Ink, scene.Palette.Emphasis.Bottom, layout.FigureRole.Size >= 90, Soft: false, layout.FigureRole.Size));
        if (layout.Unit is { } unit)
            text.RiseAt(new TextBlock(unit.Shaped.Text, layout.UnitRole, [unit]), scene.Palette.Accent, start + scene.Pace.Length(6));
        return start;
    }

    private void AddStill(NumberLayout layout, int start)
    {
        var sprite = Rasterise(layout, layout.Figure.Ink, (canvas, paint) => layout.Figure.Shaped.Draw(canvas, layout.Figure.X, layout.Figure.Baseline, paint));
        composition.Add(new LineReveal(sprite, sprite.Bounds, start, scene.Pace.Length(14), sprite.Bounds.Height));
    }

    private void AddCounting(NumberLayout layout, List<(int Offset, int? Digit)> signs, int start, int length)
    {
        var line = layout.Figure.Shaped;
        var first = signs.First(sign => sign.Digit is not null).Offset;
        var origin = FrameX(layout, first);
        var digits = Enumerable.Range(0, 10).Select(digit => DigitSprite(layout, digit, line.XOf(first))).ToArray();
        var point = DecimalPoint(line.Text);
        var last = signs.FindLast(sign => sign.Digit is not null).Offset;
        var beforePoint = signs.FindLast(sign => sign.Digit is not null && sign.Offset < point).Offset;
        var places = signs.Select(sign => sign.Digit is not null
            ? new CountUp.Place(FrameX(layout, sign.Offset), sign.Digit, null, sign.Offset >= beforePoint, false)
            : new CountUp.Place(0, null, SignSprite(layout, sign.Offset), false, sign.Offset > first && sign.Offset < last)).ToArray();
        var bounds = composition.Grid.ToFrame(SKRect.Inflate(layout.Figure.Ink, 6, 6));
        foreach (var digit in digits) bounds = new SKRectI(bounds.Left - digit.Image.Width / 4, Math.Min(bounds.Top, digit.At.Y), bounds.Right + 1, Math.Max(bounds.Bottom, digit.Bounds.Bottom));
        composition.Add(new CountUp(places, digits, origin, bounds, start, length));
    }

    private int FrameX(NumberLayout layout, int offset) =>
        (int)MathF.Round((layout.Figure.X + layout.Figure.Shaped.XOf(offset)) * composition.Grid.Scale) + composition.Grid.Offset.X;

    private Sprite DigitSprite(NumberLayout layout, int digit, float x)
    {
        var line = scene.Fonts.Shape(digit.ToString(CultureInfo.InvariantCulture), layout.FigureRole.Style, "en");
        var ink = line.InkBounds;
        ink.Offset(layout.Figure.X + x, layout.Figure.Baseline);
        return Rasterise(layout, ink, (canvas, paint) => line.Draw(canvas, layout.Figure.X + x, layout.Figure.Baseline, paint));
    }

    private Sprite SignSprite(NumberLayout layout, int offset)
    {
        var ink = layout.Figure.Shaped.Ink(offset, 1);
        ink.Offset(layout.Figure.X, layout.Figure.Baseline);
        return Rasterise(layout, ink, (canvas, paint) => layout.Figure.Shaped.DrawRange(canvas, offset, 1, layout.Figure.X, layout.Figure.Baseline, paint));
    }

    private Sprite Rasterise(NumberLayout layout, SKRect ink, Action<SKCanvas, SKPaint> draw) => composition.Rasterise(SKRect.Inflate(ink, 3, 3), canvas =>
    {
        using var shader = text.EmphasisShader(layout.Figure.Baseline, layout.FigureRole.Size);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true, IsDither = true };
        draw(canvas, paint);
    });

    /// <summary>The signs of a figure that is one number; null for "3 in 4", "1914–1918" and the like.</summary>
    private static List<(int Offset, int? Digit)>? Places(NumberLayout layout)
    {
        var value = layout.Figure.Shaped.Text;
        var signs = new List<(int, int?)>();
        var (digits, ended) = (0, false);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i]))
            {
                if (ended || ++digits > MostDigits) return null;
                signs.Add((i, value[i] - '0'));
                continue;
            }
            if (char.IsSurrogate(value[i]) || char.IsLetter(value[i]) && digits > 0 && i + 1 < value.Length && value[(i + 1)..].Any(char.IsAsciiDigit)) return null;
            if (digits > 0 && !".,'’  ".Contains(value[i])) ended = true;
            if (!char.IsWhiteSpace(value[i])) signs.Add((i, null));
        }
        return digits > 1 ? signs : null;
    }

    /// <summary>Offset of a decimal sign: the last "." or "," that is not followed by exactly three digits; the length when there is none.</summary>
    private static int DecimalPoint(string value)
    {
        var last = value.LastIndexOfAny(['.', ',']);
        if (last < 0) return value.Length;
        var after = value[(last + 1)..].TakeWhile(char.IsAsciiDigit).Count();
        var other = value.IndexOfAny(['.', ',']) is var earliest && earliest >= 0 && value[earliest] != value[last];
        return after == 3 && !other ? value.Length : last;
    }
}
