using Reelsmith.Video.Compositing;
using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A scene's picture while it is being made: the plate to paint on, and the layers so far, lowest first.</summary>
internal sealed class Composition : IDisposable
{
    private readonly SKSurface plate;
    private readonly List<ILayer> layers = [];
    private readonly List<IDisposable> owned = [];

    public Composition(Grid grid)
    {
        Grid = grid;
        plate = SKSurface.Create(new SKImageInfo(grid.FrameSize.Width, grid.FrameSize.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        grid.Apply(plate.Canvas, SKPointI.Empty);
    }

    public Grid Grid { get; }

    /// <summary>Takes design coordinates.</summary>
    public SKCanvas Plate => plate.Canvas;

    /// <summary>Texts that must be readable, with what they stand on decided by the layers added before them.</summary>
    public List<PlacedText> Texts { get; } = [];

    /// <summary>How many layers belong to the scenery: what texts stand on.</summary>
    public int SceneryLayers { get; private set; }

    public void Add(ILayer layer) => layers.Add(layer);

    /// <summary>Says that what follows is text and pictures, no longer scenery.</summary>
    public void SceneryIsDone() => SceneryLayers = layers.Count;

    /// <summary>Draws once, in design coordinates, into a bitmap of exactly the frame pixels touched.</summary>
    public Sprite Rasterise(SKRect design, Action<SKCanvas> draw, float shiftX = 0)
    {
        var bounds = Grid.ToFrame(design);
        using var surface = SKSurface.Create(new SKImageInfo(Math.Max(1, bounds.Width), Math.Max(1, bounds.Height), SKColorType.Bgra8888, SKAlphaType.Premul));
        Grid.Apply(surface.Canvas, bounds.Location, shiftX);
        draw(surface.Canvas);
        return new Sprite(Own(surface.Snapshot()), bounds.Location);
    }

    public T Own<T>(T disposable) where T : IDisposable
    {
        owned.Add(disposable);
        return disposable;
    }

    /// <summary>What stands behind the texts at a frame: the plate and the scenery over it.</summary>
    public SKBitmap Scenery(int frame)
    {
        var bitmap = new SKBitmap(new SKImageInfo(Grid.FrameSize.Width, Grid.FrameSize.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var image = plate.Snapshot();
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        foreach (var layer in layers.Take(SceneryLayers)) layer.Draw(canvas, frame);
        return bitmap;
    }

    /// <summary>The finished picture, which then owns every bitmap.</summary>
    public ScenePicture Finish()
    {
        var picture = new ScenePicture(plate.Snapshot(), [.. layers]);
        picture.Owned.AddRange(owned);
        owned.Clear();
        return picture;
    }

    public void Dispose()
    {
        plate.Dispose();
        foreach (var disposable in owned) disposable.Dispose();
    }
}
