using Reelsmith.Contracts;
using SkiaSharp;

namespace Reelsmith.Video.Layout;

/// <summary>Zones of a frame. Everything is laid out in design pixels on one of four canvases; the canvas is scaled into the frame, and
/// what the frame has beyond it is filled with scenery. All sizes and places are design pixels unless they say frame.</summary>
internal sealed class Grid
{
    private readonly VideoFormat format;

    public Grid(VideoFormat format, bool rightToLeft)
    {
        this.format = format;
        RightToLeft = rightToLeft;
        var aspect = (double)format.Width / format.Height;
        Shape = aspect switch { > 1.2 => Shape.Wide, < 0.7 => Shape.Tall, < 0.9 => Shape.Portrait, _ => Shape.Square };
        (Canvas, Content, Captions, Crest) = Shape switch
        {
            Shape.Wide => (new SKSize(1920, 1080), new SKRect(128, 88, 1792, 848), new SKRect(260, 888, 1660, 1032), 872f),
            Shape.Tall => (new SKSize(1080, 1920), new SKRect(72, 270, 910, 976), new SKRect(80, 1012, 910, 1248), 984f),
            Shape.Portrait => (new SKSize(1080, 1350), new SKRect(72, 72, 1008, 968), new SKRect(72, 1020, 1008, 1256), 990f),
            _ => (new SKSize(1080, 1080), new SKRect(72, 72, 1008, 748), new SKRect(72, 796, 1008, 1012), 768f),
        };
        Scale = Math.Min(format.Width / Canvas.Width, format.Height / Canvas.Height);
        // Captions stay near the lower edge: three fifths of spare height go above.
        Offset = new SKPointI((int)MathF.Round((format.Width - Canvas.Width * Scale) / 2), (int)MathF.Round((format.Height - Canvas.Height * Scale) * .6f));
        Frame = new SKRect(-Offset.X / Scale, -Offset.Y / Scale, (format.Width - Offset.X) / Scale, (format.Height - Offset.Y) / Scale);
    }

    public Shape Shape { get; }

    public bool RightToLeft { get; }

    /// <summary>Size of the design canvas.</summary>
    public SKSize Canvas { get; }

    /// <summary>The whole frame, seen from the canvas: at least as large as it.</summary>
    public SKRect Frame { get; }

    /// <summary>Where text and pictures stand.</summary>
    public SKRect Content { get; }

    /// <summary>Where captions stand.</summary>
    public SKRect Captions { get; }

    /// <summary>Height of the ground's crest. Nothing but captions stands below.</summary>
    public float Crest { get; }

    /// <summary>Frame pixels per design pixel.</summary>
    public float Scale { get; }

    /// <summary>Frame pixel of the canvas's corner.</summary>
    public SKPointI Offset { get; }

    /// <summary>Whether text stands above the picture instead of beside it.</summary>
    public bool Stacked => Shape != Shape.Wide;

    /// <summary>The smallest type that may be set.</summary>
    public float SmallestType => Shape == Shape.Wide ? 28 : 36;

    public SKSizeI FrameSize => new(format.Width, format.Height);

    /// <summary>The frame pixels that a design rectangle touches.</summary>
    public SKRectI ToFrame(SKRect design) => SKRectI.Ceiling(new SKRect(
        design.Left * Scale + Offset.X, design.Top * Scale + Offset.Y, design.Right * Scale + Offset.X, design.Bottom * Scale + Offset.Y), outwards: true);

    /// <summary>A distance in whole frame pixels.</summary>
    public int Pixels(float design) => (int)MathF.Round(design * Scale);

    /// <summary>Makes a canvas whose origin is the frame pixel <paramref name="origin"/> take design coordinates.</summary>
    public void Apply(SKCanvas canvas, SKPointI origin, float shiftX = 0)
    {
        canvas.Translate(Offset.X - origin.X + shiftX, Offset.Y - origin.Y);
        canvas.Scale(Scale);
    }

    /// <summary>A place of the scenery: mirrored about the canvas in right-to-left films.</summary>
    public float SceneryX(float x) => RightToLeft ? Canvas.Width - x : x;

    public SKPoint Scenery(float x, float y) => new(SceneryX(x), y);

    /// <summary>A box for text: mirrored about the content zone in right-to-left films.</summary>
    public SKRect TextBox(float left, float top, float right, float bottom) => RightToLeft
        ? new SKRect(Content.Left + Content.Right - right, top, Content.Left + Content.Right - left, bottom)
        : new SKRect(left, top, right, bottom);
}
