using SkiaSharp;

namespace Reelsmith.Video.Backdrops;

/// <summary>A stack of hard-edged discs around a centre.</summary>
/// <param name="Radii">Outer to inner, one for each ring colour.</param>
/// <param name="SunRadius">0: no sun, its place is an inner disc of the last ring's colour if <paramref name="CoreRadius"/> says so.</param>
/// <param name="Strength">What the rings' alphas are multiplied by.</param>
internal sealed record Light(SKPoint Centre, float[] Radii, float SunRadius = 0, float CoreRadius = 0, float Strength = 1);
