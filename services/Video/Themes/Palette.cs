using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Themes;

/// <summary>The colours and the headline face of a film: a theme in one of its moods.</summary>
internal sealed record Palette
{
    public required string Name { get; init; }

    /// <summary>Three stops, top to horizon.</summary>
    public required SKColor[] Sky { get; init; }

    /// <summary>Five discs of light, outer to inner, with their alphas.</summary>
    public required SKColor[] Rings { get; init; }

    /// <summary>Null: the sky has no sun.</summary>
    public required Shade? Sun { get; init; }

    /// <summary>Rim light on crests that face the light.</summary>
    public required SKColor Rim { get; init; }

    /// <summary>Far, middle, near.</summary>
    public required Shade[] Hills { get; init; }

    public required Shade Ground { get; init; }

    public required SKColor Ink { get; init; }

    /// <summary>Text of less weight.</summary>
    public required SKColor Soft { get; init; }

    /// <summary>"This, now": the active item, kickers, rules, the pill.</summary>
    public required SKColor Accent { get; init; }

    public required SKColor OnAccent { get; init; }

    /// <summary>Emphasised words; both colours are the same in themes without a gradient.</summary>
    public required Shade Emphasis { get; init; }

    public required SKColor CaptionSaid { get; init; }

    public required SKColor CaptionNext { get; init; }

    public required int Stars { get; init; }

    public Typeface HeadlineFace { get; init; } = Typeface.Display;

    public int HeadlineWeight { get; init; } = 800;

    /// <summary>Underground sky, four stops.</summary>
    public required SKColor[] Deep { get; init; }

    /// <summary>Ridges that hang from the top of a deep sky, lowest first.</summary>
    public required Shade[] Ceilings { get; init; }

    /// <summary>The lit ridge over the ground of a deep sky.</summary>
    public required Shade LitRidge { get; init; }

    /// <summary>Layers under the caption zone of tall frames, from the top.</summary>
    public required Shade[] Strata { get; init; }

    /// <summary>Discs behind an item, outer to inner.</summary>
    public required SKColor[] Discs { get; init; }

    public required SKColor[] LitDiscs { get; init; }

    /// <summary>Circle of an item's number.</summary>
    public required SKColor Chip { get; init; }

    /// <summary>Rising blobs: light, middle, dark.</summary>
    public required SKColor[] Blobs { get; init; }

    /// <summary>First veil of a ridge wipe, then the second, with their alphas.</summary>
    public required SKColor[] Veils { get; init; }
}
