using Reelsmith.Contracts;
using Reelsmith.Video.Backdrops;
using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using Reelsmith.Video.Themes;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Everything that a template works with.</summary>
internal sealed record SceneSetting(SceneDrawing Drawing, Grid Grid, Palette Palette, TypeScale Type, Pace Pace, Cues Cues, Fonts Fonts, Casting Casting, Remedy Remedy)
{
    public Visual Visual => Drawing.Visual;

    public string Language => Drawing.Language;

    /// <summary>Whether the film opens with this scene.</summary>
    public bool Opens => Drawing.Index == 0;

    /// <summary>When a scene in which nothing else happens for four seconds gets one more beat.</summary>
    public int SecondBeat => Drawing.Frames - Pace.Entrance > 5 * Pace.FramesPerSecond ? Pace.Entrance + (Drawing.Frames - Pace.Entrance) / 2 : 0;

    /// <summary>A landscape after the remedies for contrast.</summary>
    public Landscape Lit(Landscape landscape)
    {
        var light = landscape.Light;
        if (Remedy >= Remedy.FainterRings) light = light with { Strength = light.Strength * .6f };
        if (Remedy >= Remedy.LightMovedAway) light = light with { Centre = light.Centre + new SKPoint(Grid.RightToLeft ? -110 : 110, 60) };
        return landscape with { Light = light };
    }

    /// <summary>A generator for one purpose of this scene: what one draws does not move another.</summary>
    public Random Random(int purpose) => new(unchecked((Drawing.Style.Seed * 7919 + Drawing.Index) * 104_729 + purpose * 31));
}
