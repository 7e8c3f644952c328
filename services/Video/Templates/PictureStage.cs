using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Brings pictures into a scene, each rasterised at exactly the size it is shown.</summary>
internal sealed class PictureStage(Composition composition, Casting casting)
{
    /// <summary>How far below its crest the ground hides what stands behind it, in design pixels.</summary>
    public const float GroundStrip = 40;

    /// <summary>The frame row below which the ground hides everything.</summary>
    public static int Floor(Layout.Grid grid) => grid.ToFrame(new SKRect(0, 0, 1, grid.Crest + GroundStrip)).Bottom;

    /// <summary>A picture whose visible part fills a place (its height counts), tinted towards a colour.</summary>
    /// <param name="tint">Alpha: how far.</param>
    public async Task<Sprite> Place(Picture picture, SKRect visible, SKColor tint, CancellationToken cancellationToken)
    {
        var grid = composition.Grid;
        var size = SizeOf(picture, visible);
        using var image = await casting.Raster(picture, size, cancellationToken);
        var box = SKRectI.Ceiling(new SKRect(picture.Box.Left * size - 1, picture.Box.Top * size - 1, picture.Box.Right * size + 1, picture.Box.Bottom * size + 1), outwards: true);
        var top = (int)MathF.Round((visible.Bottom * grid.Scale) + grid.Offset.Y - (picture.Box.Bottom * size) + box.Top);
        // What sinks behind the ground ends there: the ground that is drawn over pictures is a strip.
        var height = Math.Clamp(Floor(grid) - top, 1, box.Height);
        using var surface = SKSurface.Create(new SKImageInfo(box.Width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var filter = tint.Alpha > 0 ? SKColorFilter.CreateBlendMode(tint, SKBlendMode.SrcATop) : null;
        using var paint = new SKPaint { ColorFilter = filter };
        surface.Canvas.DrawImage(image, -box.Left, -box.Top, SKSamplingOptions.Default, paint);
        var left = (int)MathF.Round((visible.MidX * grid.Scale) + grid.Offset.X - (picture.Box.MidX * size) + box.Left);
        return new Sprite(composition.Own(surface.Snapshot()), new SKPointI(left, top));
    }

    /// <summary>Has a picture rasterised that is placed later, so that librsvg works while other things are painted.</summary>
    public async Task Prepare(Picture picture, SKRect visible, CancellationToken cancellationToken)
    {
        using var image = await casting.Raster(picture, SizeOf(picture, visible), cancellationToken);
    }

    private int SizeOf(Picture picture, SKRect visible) => Math.Clamp((int)Math.Round(visible.Height / picture.Box.Height * composition.Grid.Scale), 4, 4096);

    public static float Aspect(Picture picture) => picture.Box.Width / picture.Box.Height;

    /// <summary>Where a picture of a height stands, by the middle of its foot.</summary>
    public static SKRect Standing(Picture picture, float x, float foot, float height) =>
        new(x - height * Aspect(picture) / 2, foot - height, x + height * Aspect(picture) / 2, foot);

    /// <summary>The soft ellipse under something that stands on the ground.</summary>
    public Sprite Shadow(SKRect standing)
    {
        var (rx, ry) = (standing.Width * .42f, Math.Max(5, standing.Width * .045f));
        var centre = new SKPoint(standing.MidX, standing.Bottom - 1);
        return composition.Rasterise(new SKRect(centre.X - rx, centre.Y - ry, centre.X + rx, centre.Y + ry), canvas => PaintShadow(canvas, centre, rx, ry));
    }

    public static void PaintShadow(SKCanvas canvas, SKPoint centre, float rx, float ry)
    {
        var dark = new SKColor(0x0A, 0x05, 0x18);
        canvas.Save();
        canvas.Translate(centre.X, centre.Y);
        canvas.Scale(1, ry / rx);
        using var shader = SKShader.CreateRadialGradient(SKPoint.Empty, rx, [dark.WithAlpha(153), dark.WithAlpha(84), dark.WithAlpha(0)], [0, .55f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawCircle(0, 0, rx, paint);
        canvas.Restore();
    }
}
