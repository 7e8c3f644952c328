using System.Runtime.InteropServices;
using SkiaSharp;

namespace Reelsmith.Video.Frames;

/// <summary>The pixels that Skia draws to: BGRA, premultiplied, in memory that neither moves nor is collected.</summary>
internal sealed unsafe class BgraFrame : IDisposable
{
    private byte* _pixels;

    public BgraFrame(int width, int height)
    {
        Info = new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul);
        _pixels = (byte*)NativeMemory.AlignedAlloc((nuint)Info.BytesSize64, 64);
        NativeMemory.Clear(_pixels, (nuint)Info.BytesSize64);
        Surface = SKSurface.Create(Info, (nint)_pixels, Info.RowBytes);
    }

    public SKImageInfo Info { get; }

    public SKSurface Surface { get; }

    public SKCanvas Canvas => Surface.Canvas;

    public int Width => Info.Width;

    public int Height => Info.Height;

    public int Stride => Info.RowBytes;

    public byte* Pixels => _pixels;

    public SKRectI Rect => new(0, 0, Width, Height);

    /// <summary>The pixels as an image without a copy: it shows what the frame holds when it is drawn, and dies with the frame.</summary>
    public SKImage View() => SKImage.FromPixels(Info.WithAlphaType(SKAlphaType.Opaque), (nint)_pixels, Stride);

    public SKImage Copy() => SKImage.FromPixelCopy(Info.WithAlphaType(SKAlphaType.Opaque), (nint)_pixels, Stride);

    public void Dispose()
    {
        if (_pixels == null) return;
        Surface.Dispose();
        NativeMemory.AlignedFree(_pixels);
        _pixels = null;
    }
}
