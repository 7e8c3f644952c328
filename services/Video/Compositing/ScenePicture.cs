using SkiaSharp;

namespace Reelsmith.Video.Compositing;

/// <summary>A scene ready to be drawn: what never changes as one opaque full-frame bitmap, and what does as layers, lowest first.</summary>
internal sealed class ScenePicture(SKImage plate, IReadOnlyList<ILayer> layers) : IDisposable
{
    /// <summary>Opaque, as large as the frame, BGRA premultiplied.</summary>
    public SKImage Plate { get; } = plate;

    public IReadOnlyList<ILayer> Layers { get; } = layers;

    /// <summary>Bitmaps that layers draw from; disposed with the scene.</summary>
    public List<IDisposable> Owned { get; } = [];

    public void Dispose()
    {
        Plate.Dispose();
        foreach (var owned in Owned) owned.Dispose();
    }
}
