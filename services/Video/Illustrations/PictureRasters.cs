using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Processes;
using SkiaSharp;

namespace Reelsmith.Video.Illustrations;

/// <summary>Pictures as bitmaps. Each size is rasterised once by librsvg, exactly as large as it is shown, and kept on the disk.</summary>
internal sealed class PictureRasters(DataFolder data) : IDisposable
{
    /// <summary>Part of every cached file's name: raise it when the pack or the way of drawing changes.</summary>
    private const string Version = "1";
    private const int Programs = 2;
    private const int MaxPixels = 4096;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _busy = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _programs = new(Programs, Programs);

    /// <summary>The picture in a square of <paramref name="sizePixels"/> (its margin included), BGRA premultiplied. The caller disposes it.</summary>
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
            return await Load(path, sizePixels, cancellationToken) ?? await Draw(picture, sizePixels, path, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<SKImage?> Load(string path, int size, CancellationToken cancellationToken)
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
        return Decode(png) is { } image && image.Width == size && image.Height == size ? image : null; // damaged files are drawn again
    }

    private async Task<SKImage> Draw(Picture picture, int size, string path, CancellationToken cancellationToken)
    {
        var pixels = size.ToString(CultureInfo.InvariantCulture);
        var svg = Encoding.UTF8.GetBytes(PicturePack.Default.Svg(picture));
        byte[] png;
        await _programs.WaitAsync(cancellationToken);
        try
        {
            png = await ChildProcess.Run("rsvg-convert", ["--width", pixels, "--height", pixels, "--keep-aspect-ratio"], svg, null, cancellationToken);
        }
        catch (ReelsmithException e) when (e.Failure.Code == "program_missing")
        {
            throw ReelsmithException.Unavailable("rsvg_missing", "The program rsvg-convert, which draws the pictures, is not installed.", "Run `apt install librsvg2-bin`.", "rsvg-convert");
        }
        finally
        {
            _programs.Release();
        }
        using var drawn = Decode(png) ?? throw ReelsmithException.Transient("picture_unreadable", $"rsvg-convert gave no picture for {picture.Name}.", "Run the same command again.", "rsvg-convert");
        var image = drawn.Width == size && drawn.Height == size ? drawn.Subset(drawn.Info.Rect) : Centred(drawn, size);
        await Store(image, path, cancellationToken);
        return image;
    }

    // A few pictures are 33 × 32 units: librsvg then gives one side less than asked.
    private static SKImage Centred(SKImage drawn, int size)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size, size, SKColorType.Bgra8888, SKAlphaType.Premul));
        surface.Canvas.DrawImage(drawn, (size - drawn.Width) / 2, (size - drawn.Height) / 2, SKSamplingOptions.Default);
        return surface.Snapshot();
    }

    private static SKImage? Decode(byte[] png)
    {
        using var encoded = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(encoded);
        if (codec is null) return null;
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success) return null;
        bitmap.SetImmutable();
        return SKImage.FromBitmap(bitmap);
    }

    private static async Task Store(SKImage image, string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using var png = image.Encode(SKEncodedImageFormat.Png, 100);
            await File.WriteAllBytesAsync(temporary, png.ToArray(), cancellationToken);
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
