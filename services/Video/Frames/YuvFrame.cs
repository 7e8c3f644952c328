using System.Runtime.InteropServices;
using SkiaSharp;

namespace Reelsmith.Video.Frames;

/// <summary>A picture as the encoder reads it: planes Y, U and V one after the other, U and V at half width and height (yuv420p).</summary>
internal sealed unsafe class YuvFrame : IDisposable
{
    private byte* _bytes;

    public YuvFrame(int width, int height)
    {
        if ((width & 1) != 0 || (height & 1) != 0) throw new ArgumentException("Width and height are even.");
        Width = width;
        Height = height;
        Length = width * height * 3 / 2;
        _bytes = (byte*)NativeMemory.AlignedAlloc((nuint)Length, 64);
        NativeMemory.Clear(_bytes, (nuint)Length);
        Stale.Add(new SKRectI(0, 0, width, height));
    }

    public int Width { get; }

    public int Height { get; }

    public int Length { get; }

    public byte* Y => _bytes;

    public byte* U => _bytes + (Width * Height);

    public byte* V => _bytes + (Width * Height * 5 / 4);

    public ReadOnlySpan<byte> Bytes => new(_bytes, Length);

    /// <summary>Where it does not show yet what was drawn since it was last filled.</summary>
    public DirtyRegion Stale { get; } = new();

    /// <summary>Brings it up to date with a drawn frame.</summary>
    public void Update(BgraFrame frame)
    {
        foreach (var rect in Stale.Rects) ColourConversion.Convert(frame, this, rect);
        Stale.Clear();
    }

    public void Dispose()
    {
        if (_bytes == null) return;
        NativeMemory.AlignedFree(_bytes);
        _bytes = null;
    }
}
