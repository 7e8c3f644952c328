using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Processes;
using SkiaSharp;

namespace Reelsmith.Video.Illustrations;

/// <summary>Pictures as bitmaps. Each size is rasterised once by librsvg, exactly as large as it is shown, and kept on the disk.</summary>
/// <param name="program">librsvg's program, found on the path.</param>
internal sealed class PictureRasters(DataFolder data, string program = "rsvg-convert") : IDisposable
{
    /// <summary>Part of every cached file's name: raise it when the pack or the way of drawing changes.</summary>
    private const string Version = "1";
    private const int Programs = 2;
    private const int MaxPixels = 4096;

    private const int MemoryBytes = 12 << 20;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _busy = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _programs = new(Programs, Programs);
    private readonly RasterCache _memory = new(MemoryBytes);

    /// <summary>The picture in a square of <paramref name="sizePixels"/> (its margin included), BGRA premultiplied. The caller disposes it.
    /// Callers that ask for one raster at once have it drawn once.</summary>
    /// <exception cref="ReelsmithException">librsvg is not installed.</exception>
    public async Task<SKImage> Raster(Picture picture, int sizePixels, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sizePixels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizePixels, MaxPixels);
        var path = Path.Combine(data.Cache, "pictures", Version, sizePixels.ToString(CultureInfo.InvariantCulture), $"{picture.Name}.png");
        var gate = _busy.GetOrAdd(path, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var pixels = _memory.Find(path) ?? await Load(path, sizePixels, cancellationToken) ?? await Draw(picture, sizePixels, path, cancellationToken);
            _memory.Add(path, pixels);
            return SKImage.FromPixelCopy(Square(sizePixels), pixels);
        }
        finally
        {
            gate.Release();
        }
    }

    private static SKImageInfo Square(int size) => new(size, size, SKColorType.Bgra8888, SKAlphaType.Premul);

    private static async Task<byte[]?> Load(string path, int size, CancellationToken cancellationToken)
    {
        byte[] png;
        try
        {
            png = await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        using var bitmap = Decode(png);
        return bitmap is not null && bitmap.Width == size && bitmap.Height == size ? bitmap.GetPixelSpan().ToArray() : null; // a damaged file is drawn again
    }

    private async Task<byte[]> Draw(Picture picture, int size, string path, CancellationToken cancellationToken)
    {
        var png = await RunRsvg(picture, size, cancellationToken);
        using var drawn = Decode(png)
            ?? throw ReelsmithException.Transient("picture_unreadable", $"rsvg-convert gave no picture for {picture.Name}.", "Run the same command again.", "rsvg-convert");
        if (drawn.Width == size && drawn.Height == size)
        {
            await Store(png, path, cancellationToken); // as it is: coding it again takes longer than drawing it
            return drawn.GetPixelSpan().ToArray();
        }
        using var square = new SKBitmap(Square(size));
        square.Erase(SKColors.Transparent);
        // a few pictures are 33 units wide or high: librsvg makes their other side shorter than asked
        using (var canvas = new SKCanvas(square))
        using (var image = SKImage.FromBitmap(drawn))
        {
            canvas.DrawImage(image, (size - drawn.Width) / 2, (size - drawn.Height) / 2, SKSamplingOptions.Default);
        }
        using var encoded = square.Encode(SKEncodedImageFormat.Png, 100);
        await Store(encoded.ToArray(), path, cancellationToken);
        return square.GetPixelSpan().ToArray();
    }

    private async Task<byte[]> RunRsvg(Picture picture, int size, CancellationToken cancellationToken)
    {
        var pixels = size.ToString(CultureInfo.InvariantCulture);
        var svg = Encoding.UTF8.GetBytes(PicturePack.Default.Svg(picture));
        await _programs.WaitAsync(cancellationToken);
        try
        {
            return await ChildProcess.Run(program, ["--width", pixels, "--height", pixels, "--keep-aspect-ratio"], svg, null, cancellationToken);
        }
        catch (ReelsmithException e) when (e.Failure.Code == "program_missing")
        {
            throw ReelsmithException.Unavailable("rsvg_missing", "The program rsvg-convert, which draws the pictures, is not installed.", "Run `apt install librsvg2-bin`.", "rsvg-convert");
        }
        finally
        {
            _programs.Release();
        }
    }

    private static SKBitmap? Decode(byte[] png)
    {
        using var encoded = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(encoded);
        if (codec is null) return null;
        var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static async Task Store(byte[] png, string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(temporary, png, cancellationToken);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void Dispose()
    {
        _programs.Dispose();
        foreach (var gate in _busy.Values) gate.Dispose();
    }
}
