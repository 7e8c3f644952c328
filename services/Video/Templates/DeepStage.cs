using Reelsmith.Video.Backdrops;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Under the ground, lit from below: what statement and points share.</summary>
internal static class DeepStage
{
    /// <summary>Paints the plate.</summary>
    /// <param name="light">In unmirrored design pixels.</param>
    public static LandscapePainter Build(Composition composition, SceneSetting scene, SKPoint light)
    {
        var landscape = scene.Lit(Landscape.Deep(scene.Grid, scene.Random(1), light));
        var painter = new LandscapePainter(composition, scene.Palette, landscape, scene.Pace, scene.Drawing.Frames, scene.Opens);
        painter.PaintPlate(0, scene.Random(2), []);
        painter.AddOpening();
        return painter;
    }
}
