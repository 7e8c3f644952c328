using SkiaSharp;

namespace Reelsmith.Video.Transitions;

/// <summary>A ridge of hills across the frame: y(x) = amplitude · (sin(2πx/W + φ₁) + sin(2π·2.3x/W + φ₂)/2.4), x in frame widths.</summary>
internal static class RidgeLine
{
    private const int Step = 20;

    /// <summary>The area above or below the ridge, closed at <paramref name="edge"/>. y counts from the ridge's middle.</summary>
    public static SKPath Area(int width, float amplitude, float phase, float edge)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(-Step, edge);
        for (var x = -Step; x <= width + Step; x += Step) path.LineTo(x, Height(x, width, amplitude, phase));
        path.LineTo(width + Step, edge);
        path.Close();
        return path.Detach();
    }

    public static SKPath Line(int width, float amplitude, float phase)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(-Step, Height(-Step, width, amplitude, phase));
        for (var x = 0; x <= width + Step; x += Step) path.LineTo(x, Height(x, width, amplitude, phase));
        return path.Detach();
    }

    /// <summary>Farther from its middle than this no ridge goes.</summary>
    public static int Reach(float amplitude) => (int)Math.Ceiling(amplitude * (1 + (1 / 2.4f)));

    private static float Height(float x, int width, float amplitude, float phase)
    {
        var turns = MathF.Tau * x / width;
        return amplitude * (MathF.Sin(turns + phase) + (MathF.Sin((2.3f * turns) + (phase * 1.7f)) / 2.4f));
    }
}
