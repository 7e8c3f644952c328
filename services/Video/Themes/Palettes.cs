using Reelsmith.Contracts;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Themes;

/// <summary>The themes that exist. Dusk's ember is the reference; what the other moods do not state is ember's at the same lightness, in their own hue.</summary>
internal static class Palettes
{
    public static Palette Ember { get; } = new()
    {
        Name = "ember",
        Sky = Colours("130F35", "2B1659", "54205F"),
        Rings = Fading(26, 26, "4A2C8C", "6E2D88", "A33A7C", "DE5170", "FF7D5A"),
        Sun = Shade.Hex("FFD977", "FF8B4A"),
        Rim = SKColor.Parse("FFC27A"),
        Hills = [Shade.Hex("7A2A6B", "4A1C5E"), Shade.Hex("4C1C60", "2E1450"), Shade.Hex("2C1349", "1B0E38")],
        Ground = Shade.Hex("150C2C", "0F0922"),
        Ink = SKColor.Parse("FFF6E8"),
        Soft = SKColor.Parse("D8C8EC"),
        Accent = SKColor.Parse("FFC24B"),
        OnAccent = SKColor.Parse("1B0E2E"),
        Emphasis = Shade.Hex("FFD66B", "FF7A4D"),
        CaptionSaid = SKColor.Parse("FFFFFF"),
        CaptionNext = SKColor.Parse("B6A9CC"),
        Stars = 70,
        Deep = Colours("1A0E38", "34154F", "6B2260", "A23A58"),
        Ceilings = [Shade.Hex("43194F", "2A1248"), Shade.Hex("2E1346", "1F0F3D"), Shade.Hex("201040", "150C31")],
        LitRidge = Shade.Hex("8E2F5D", "742857"),
        Strata = [Shade.Hex("2B1249", "241040"), Shade.Hex("4A1B5C", "3C1752"), Shade.Hex("8A2F62", "682358"), Shade.Hex("C8485D", "A03962")],
        Discs = Colours("3A1A58", "4A2468", "5A2F78"),
        LitDiscs = Colours("7A2A4E", "A8433F", "D9703C"),
        Chip = SKColor.Parse("6B3A8C"),
        Blobs = Colours("FFD977", "FF914D", "E8415E"),
        Veils = [SKColor.Parse("5B2B86").WithAlpha(140), SKColor.Parse("8E2F5C").WithAlpha(204)],
    };

    private static readonly Palette Ocean = Rehued("ocean", Ember with
    {
        Sky = Colours("06182F", "0B2F57", "0F4F73"),
        Rings = Fading(26, 22, "123F74", "155E8C", "1B7F9C", "2FA3A6", "6FD0BC"),
        Sun = Shade.Hex("F1FFE9", "86E6CF"),
        Rim = SKColor.Parse("B9F3DC"),
        Hills = [Shade.Hex("1A6A86", "114A6B"), Shade.Hex("0F3F61", "0A2C4B"), Shade.Hex("0B2C4B", "081E38")],
        Ground = Shade.Hex("071A30", "04101F"),
        Ink = SKColor.Parse("F2FFFB"),
        Soft = SKColor.Parse("BFDDE6"),
        Accent = SKColor.Parse("7CF3D6"),
        OnAccent = SKColor.Parse("04221F"),
        Emphasis = Shade.Hex("D6FFEF", "46D8C2"),
        CaptionNext = SKColor.Parse("9DBCCB"),
    });

    private static readonly Palette Forest = Rehued("forest", Ember with
    {
        Sky = Colours("0A1E1B", "11352C", "24533A"),
        Rings = Fading(26, 26, "1D4D3A", "2F6B3F", "578742", "8FA548", "D9C65A"),
        Sun = Shade.Hex("FFF6BF", "F9CF52"),
        Rim = SKColor.Parse("FFF0A0"),
        Hills = [Shade.Hex("3A7A48", "23573B"), Shade.Hex("1F4F38", "153B2D"), Shade.Hex("143A2C", "0C2A21")],
        Ground = Shade.Hex("0A211B", "061611"),
        Ink = SKColor.Parse("FBFFF0"),
        Soft = SKColor.Parse("CBE0CC"),
        Accent = SKColor.Parse("FFD84D"),
        OnAccent = SKColor.Parse("14210B"),
        Emphasis = Shade.Hex("FFF2A8", "F7BC3F"),
        CaptionNext = SKColor.Parse("A9C2B2"),
    });

    private static readonly Palette Cosmos = Rehued("cosmos", Ember with
    {
        Sky = Colours("07071C", "131136", "261A57"),
        Rings = Fading(28, 18, "2B2470", "3D2C90", "5A3CB4", "8157D6", "B98AF2"),
        Sun = null,
        Rim = SKColor.Parse("D9C6FF"),
        Hills = [Shade.Hex("3A2A7A", "241B58"), Shade.Hex("221A55", "171242"), Shade.Hex("161240", "0E0B2E")],
        Ground = Shade.Hex("0B0924", "060516"),
        Ink = SKColor.Parse("F8F4FF"),
        Soft = SKColor.Parse("CFC6EE"),
        Accent = SKColor.Parse("CDBBFF"),
        OnAccent = SKColor.Parse("150F38"),
        Emphasis = Shade.Hex("F3E9FF", "AE90FF"),
        CaptionNext = SKColor.Parse("ADA6D0"),
        Stars = 160,
    });

    private static readonly Palette Hearth = Rehued("hearth", Ember with
    {
        Sky = Colours("1E0E0C", "3A1A12", "6B3318"),
        Rings = Fading(30, 22, "5A2A18", "7A3A1C", "A85626", "D07A34", "F0A552"),
        Sun = Shade.Hex("FFE0A0", "FFB35C"),
        Rim = SKColor.Parse("FFC27A"),
        Hills = [Shade.Hex("5E2E1B", "42200F"), Shade.Hex("4A2416", "351910"), Shade.Hex("3A1B12", "28120C")],
        Ground = Shade.Hex("170A08", "100706"),
        Ink = SKColor.Parse("FFF3DF"),
        Soft = SKColor.Parse("E2C3A0"),
        Accent = SKColor.Parse("FFC98A"),
        OnAccent = SKColor.Parse("2A120B"),
        Emphasis = Shade.Hex("FFC98A", "FFC98A"),
        CaptionSaid = SKColor.Parse("FFF3DF"),
        CaptionNext = SKColor.Parse("BFA78F"),
        Stars = 24,
        HeadlineFace = Typeface.Serif,
        HeadlineWeight = 600,
    });

    /// <summary>Every palette, ember first.</summary>
    public static IReadOnlyList<Palette> All { get; } = [Ember, Ocean, Forest, Cosmos, Hearth];

    /// <summary>The palette of a storyboard's style.</summary>
    /// <exception cref="ReelsmithException">The theme or the mood does not exist.</exception>
    public static Palette Of(Style style) => (style.Theme, style.Mood) switch
    {
        ("hearth", _) => Hearth,
        ("dusk", null) => Ember,
        ("dusk", var mood) => All.FirstOrDefault(palette => palette.Name == mood && palette != Hearth)
            ?? throw ReelsmithException.InvalidInput("mood_unknown", $"There is no mood \"{mood}\".", "Use ember, ocean, forest or cosmos, or leave the mood out."),
        var (theme, _) => throw ReelsmithException.InvalidInput("theme_unknown", $"There is no theme \"{theme}\".", "Use dusk or hearth."),
    };

    private static Palette Rehued(string name, Palette palette)
    {
        // Dark to light: what a mood looks like at any lightness.
        SKColor[] cool = [palette.Ground.Bottom, palette.Sky[0], palette.Sky[1], palette.Sky[2], .. palette.Rings.Select(ring => ring.WithAlpha(255))];
        SKColor[] warm = [palette.Ground.Top, palette.Hills[0].Top, palette.Rings[3].WithAlpha(255), palette.Emphasis.Bottom, palette.Emphasis.Top];
        SKColor Cool(SKColor reference) => AtLightnessOf(reference, cool).WithAlpha(reference.Alpha);
        SKColor Warm(SKColor reference) => AtLightnessOf(reference, warm);
        Shade CoolShade(Shade shade) => new(Cool(shade.Top), Cool(shade.Bottom));
        return palette with
        {
            Name = name,
            Deep = [.. Ember.Deep.Select(Cool)],
            Ceilings = [.. Ember.Ceilings.Select(CoolShade)],
            LitRidge = CoolShade(Ember.LitRidge),
            Strata = [.. Ember.Strata.Select(CoolShade)],
            Discs = [.. Ember.Discs.Select(Cool)],
            LitDiscs = [.. Ember.LitDiscs.Select(Warm)],
            Chip = Cool(Ember.Chip),
            Blobs = [.. Ember.Blobs.Select(Warm)],
            Veils = [.. Ember.Veils.Select(Cool)],
        };
    }

    private static SKColor AtLightnessOf(SKColor reference, SKColor[] ramp)
    {
        var lightness = Oklch.Of(reference).L;
        var steps = ramp.Select(Oklch.Of).OrderBy(step => step.L).ToArray();
        var above = Array.FindIndex(steps, step => step.L >= lightness);
        if (above <= 0) return (above == 0 ? steps[0] : steps[^1]) is var end ? (end with { L = lightness }).ToColor() : default;
        var (low, high) = (steps[above - 1], steps[above]);
        var share = (lightness - low.L) / Math.Max(1e-6, high.L - low.L);
        var turn = Math.IEEERemainder(high.H - low.H, 2 * Math.PI);
        return new Oklch(lightness, low.C + (high.C - low.C) * share, low.H + turn * share).ToColor();
    }

    private static SKColor[] Colours(params string[] hex) => [.. hex.Select(SKColor.Parse)];

    /// <summary>Alpha in percent, from the outermost ring to the innermost.</summary>
    private static SKColor[] Fading(int outer, int inner, params string[] hex) =>
        [.. hex.Select((colour, i) => SKColor.Parse(colour).WithAlpha((byte)Math.Round((outer + (inner - outer) * i / (hex.Length - 1.0)) * 2.55)))];
}
