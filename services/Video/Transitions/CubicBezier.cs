namespace Reelsmith.Video.Transitions;

/// <summary>An easing curve as in CSS Easing Functions 1 §2.2: from (0, 0) to (1, 1) with two control points.</summary>
internal sealed record CubicBezier(float X1, float Y1, float X2, float Y2)
{
    /// <summary>For the camera and paths.</summary>
    public static CubicBezier Move { get; } = new(.65f, 0, .35f, 1);

    /// <summary>For the pill of a caption.</summary>
    public static CubicBezier Glide { get; } = new(.2f, .8f, .2f, 1);

    public float At(float x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        float low = 0, high = 1;
        for (var i = 0; i < 24; i++)
        {
            var t = (low + high) / 2;
            if (Of(t, X1, X2) < x) low = t;
            else high = t;
        }
        return Of((low + high) / 2, Y1, Y2);
    }

    private static float Of(float t, float a, float b) => (3 * (1 - t) * (1 - t) * t * a) + (3 * (1 - t) * t * t * b) + (t * t * t);
}
