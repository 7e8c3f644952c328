using Reelsmith.Video.Layout;
using SkiaSharp;

namespace Reelsmith.Video.Backdrops;

/// <summary>The geometry of a scene's backdrop, in design pixels. Colours come from the palette.</summary>
internal sealed record Landscape
{
    private static readonly float[] CeilingShares = [.44f, .27f, .11f];
    private static readonly float[] StrataHeights = [1330, 1480, 1640, 1790];

    public required Light Light { get; init; }

    /// <summary>Far, middle, near; fewer where the backdrop has fewer.</summary>
    public required IReadOnlyList<Ridge> Hills { get; init; }

    /// <summary>Index of the first hill's colours in the palette.</summary>
    public int FirstHill { get; init; }

    public required Ridge Ground { get; init; }

    /// <summary>Ridges that hang from the top, lowest first: the scene is underground.</summary>
    public IReadOnlyList<Ridge> Ceilings { get; init; } = [];

    /// <summary>Lit ridge over the ground of an underground scene.</summary>
    public Ridge? LitRidge { get; init; }

    /// <summary>Layers below the ground of tall frames.</summary>
    public IReadOnlyList<Ridge> Strata { get; init; } = [];

    public bool Underground => Ceilings.Count > 0;

    /// <summary>Hills under a wide sky, the light over them.</summary>
    public static Landscape Horizon(Grid grid, Random random, SKPoint light, float sunRadius, float coreRadius)
    {
        (float Base, float Amplitude)[] hills = grid.Shape switch
        {
            Shape.Wide => [(742, 34), (762, 30), (832, 22)],
            Shape.Tall => [(896, 24), (938, 18), (966, 10)],
            Shape.Portrait => [(902, 24), (932, 18), (970, 10)],
            _ => [(680, 24), (710, 18), (748, 10)],
        };
        return new Landscape
        {
            Light = new Light(grid.Scenery(light.X, light.Y), Radii(RadiusScale(grid)), sunRadius, coreRadius),
            Hills = [.. hills.Select(hill => Rolling(grid, random, hill.Base, hill.Amplitude))],
            Ground = GroundOf(grid, random),
            Strata = StrataOf(grid, random),
        };
    }

    /// <summary>Under the ground, lit from below.</summary>
    public static Landscape Deep(Grid grid, Random random, SKPoint light)
    {
        var height = grid.Crest * 1.24f;
        return new Landscape
        {
            Light = new Light(grid.Scenery(light.X, light.Y), Radii(1)),
            Hills = [],
            Ground = GroundOf(grid, random),
            Ceilings = [.. CeilingShares.Select(share => Rolling(grid, random, share * height, 26))],
            LitRidge = grid.Stacked ? null : Rolling(grid, random, grid.Crest - 44, 15),
            Strata = StrataOf(grid, random),
        };
    }

    /// <summary>A bare sky around an object, one hill before it.</summary>
    public static Landscape Orbit(Grid grid, Random random, SKPoint light, float objectRadius) => new()
    {
        Light = new Light(grid.Scenery(light.X, light.Y), [.. Radii(RadiusScale(grid)).Select(radius => radius - 296 * RadiusScale(grid) + objectRadius)], Strength: .8f),
        Hills = [Rolling(grid, random, grid.Crest - (grid.Stacked ? 16 : 34), grid.Stacked ? 7 : 13)],
        FirstHill = 2,
        Ground = GroundOf(grid, random),
        Strata = StrataOf(grid, random),
    };

    private static float RadiusScale(Grid grid) => grid.Stacked ? .75f : 1;

    private static float[] Radii(float scale) => [1127 * scale, 897 * scale, 702 * scale, 541 * scale, 403 * scale];

    private static float WaveLength(Grid grid) => grid.Stacked ? 1400 : 1920;

    private static Ridge Rolling(Grid grid, Random random, float height, float amplitude) =>
        new(height, amplitude, 1, 2.3, random.NextDouble() * 2 * Math.PI, random.NextDouble() * 2 * Math.PI, WaveLength(grid));

    private static Ridge GroundOf(Grid grid, Random random) =>
        new(grid.Crest, grid.Shape == Shape.Wide ? 7 : 6, .7, 1.6, random.NextDouble() * 2 * Math.PI, random.NextDouble() * 2 * Math.PI, WaveLength(grid));

    private static Ridge[] StrataOf(Grid grid, Random random) => grid.Shape == Shape.Tall
        ? [.. StrataHeights.Select(height => Rolling(grid, random, height, 22))]
        : [];
}
