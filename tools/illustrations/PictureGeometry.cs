using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

namespace Reelsmith.Illustrations.Tool;

/// <summary>What can be measured in a picture, drawn <see cref="Size"/> pixels high. Positions are thousandths of its view box.</summary>
/// <param name="Base">Foot of the lowest row that is wider than 45 % of the box.</param>
/// <param name="StraightEdges">Those of L, T, R, B where the picture runs straight along its box for 40 % of the side.</param>
/// <param name="Colour">Mean, weighted by alpha, six hexadecimal digits.</param>
internal sealed record PictureGeometry(int Left, int Top, int Right, int Bottom, int Base, string StraightEdges, string Colour)
{
    private const int Size = 160;
    private const byte Visible = 24;
    private const byte Solid = 128;
    private const double BaseShare = 0.45;
    private const double StraightShare = 0.40;

    public static async Task<PictureGeometry> Measure(FluentIcon icon, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("rsvg-convert", ["--width", (Size * icon.Width / icon.Height).ToString(CultureInfo.InvariantCulture), "--height", Size.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var rsvg = Process.Start(start)!;
        using var png = new MemoryStream();
        var reading = rsvg.StandardOutput.BaseStream.CopyToAsync(png, cancellationToken);
        await rsvg.StandardInput.WriteAsync(icon.Svg);
        rsvg.StandardInput.Close();
        await reading;
        await rsvg.WaitForExitAsync(cancellationToken);
        if (rsvg.ExitCode != 0) throw new InvalidDataException($"rsvg-convert cannot draw {icon.Name}.");
        using var bitmap = SKBitmap.Decode(png.ToArray()) ?? throw new InvalidDataException($"The PNG of {icon.Name} cannot be read: {png.Length} bytes.");
        return Of(bitmap);
    }

    private static PictureGeometry Of(SKBitmap bitmap)
    {
        var (width, height) = (bitmap.Width, bitmap.Height);
        var pixels = bitmap.Pixels;
        int left = width, top = height, right = -1, bottom = -1;
        double red = 0, green = 0, blue = 0, alpha = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var p = pixels[(y * width) + x];
                if (p.Alpha < Visible) continue;
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
                (red, green, blue, alpha) = (red + (p.Red * p.Alpha), green + (p.Green * p.Alpha), blue + (p.Blue * p.Alpha), alpha + p.Alpha);
            }
        }
        if (right < 0) throw new InvalidDataException("A picture is empty.");
        var foot = bottom;
        while (foot > top && Width(foot) < BaseShare * (right - left + 1)) foot--;
        int boxWidth = right - left + 1, boxHeight = bottom - top + 1;
        var straight = string.Concat(
            Straight(Enumerable.Range(top, boxHeight).Count(y => Any(left, y, 1, 0)), boxHeight, 'L'), Straight(Enumerable.Range(left, boxWidth).Count(x => Any(x, top, 0, 1)), boxWidth, 'T'),
            Straight(Enumerable.Range(top, boxHeight).Count(y => Any(right, y, -1, 0)), boxHeight, 'R'), Straight(Enumerable.Range(left, boxWidth).Count(x => Any(x, bottom, 0, -1)), boxWidth, 'B'));
        return new PictureGeometry(Thousandths(left, width), Thousandths(top, height), Thousandths(right + 1, width), Thousandths(bottom + 1, height), Thousandths(foot + 1, height),
            straight, string.Create(CultureInfo.InvariantCulture, $"{(int)(red / alpha):X2}{(int)(green / alpha):X2}{(int)(blue / alpha):X2}"));

        int Width(int y)
        {
            var row = pixels.AsSpan(y * width, width);
            int first = 0, last = width - 1;
            while (first < width && row[first].Alpha < Solid) first++;
            while (last > first && row[last].Alpha < Solid) last--;
            return last - first + 1;
        }

        bool Any(int x, int y, int dx, int dy) => Enumerable.Range(0, 2).Any(step => pixels[((y + (step * dy)) * width) + x + (step * dx)].Alpha >= Solid);

        static string Straight(int run, int side, char edge) => run >= StraightShare * side ? edge.ToString() : "";
    }

    private static int Thousandths(int pixel, int side) => (int)Math.Round(1000.0 * pixel / side);
}
