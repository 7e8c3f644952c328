namespace Reelsmith.Video.Templates.Layers;

/// <summary>The curves of all motion, from 0 to 1.</summary>
internal static class Easing
{
    /// <summary>Entrances.</summary>
    public static double Out(double share) => Bezier(share, .16, 1, .3, 1);

    /// <summary>Camera and paths.</summary>
    public static double Move(double share) => Bezier(share, .65, 0, .35, 1);

    /// <summary>A count that settles.</summary>
    public static double OutQuint(double share) => 1 - Math.Pow(1 - Math.Clamp(share, 0, 1), 5);

    /// <summary>A spring of mass 1, stiffness 170 and damping 16, let go at .70; set after half a second.</summary>
    public static double Pop(double seconds)
    {
        if (seconds <= 0) return .70;
        if (seconds >= .5) return 1;
        var spring = 1 - Math.Exp(-8.0 * seconds) * (Math.Cos(10.3 * seconds) + .78 * Math.Sin(10.3 * seconds));
        return .70 + .30 * spring;
    }

    /// <summary>CSS cubic-bezier(x1, y1, x2, y2) at a share of the time.</summary>
    public static double Bezier(double share, double x1, double y1, double x2, double y2)
    {
        if (share <= 0) return 0;
        if (share >= 1) return 1;
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            if (Along(middle, x1, x2) < share) low = middle;
            else high = middle;
        }
        return Along((low + high) / 2, y1, y2);
    }

    private static double Along(double t, double first, double second) =>
        3 * (1 - t) * (1 - t) * t * first + 3 * (1 - t) * t * t * second + t * t * t;
}
