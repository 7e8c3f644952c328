using Reelsmith.Contracts;
using Reelsmith.Video.Themes;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Themes;

public sealed class PalettesTests
{
    public static TheoryData<string> Names => [.. Palettes.All.Select(palette => palette.Name)];

    private static Palette Named(string name) => Palettes.All.Single(palette => palette.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Captions_reach_seven_to_one_on_the_ground_and_in_the_pill(string name)
    {
        var palette = Named(name);
        Assert.True(Contrast.Ratio(palette.CaptionSaid, palette.Ground.Top) >= Contrast.Caption);
        Assert.True(Contrast.Ratio(palette.CaptionNext, palette.Ground.Top) >= Contrast.Caption);
        Assert.True(Contrast.Ratio(palette.OnAccent, palette.Accent) >= Contrast.Caption);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Underground_colours_have_the_lightness_of_the_reference(string name)
    {
        foreach (var (colour, reference) in Named(name).Deep.Zip(Palettes.Ember.Deep))
            Assert.InRange(Oklch.Of(colour).L, Oklch.Of(reference).L - .04, Oklch.Of(reference).L + .04);
    }

    [Fact]
    public void A_colour_survives_the_way_to_lightness_chroma_and_hue_and_back()
    {
        foreach (var colour in new[] { "130F35", "FFD66B", "7CF3D6", "C8485D", "000000", "FFFFFF" }.Select(SKColor.Parse))
            Assert.Equal(colour, Oklch.Of(colour).ToColor());
    }

    [Theory]
    [InlineData("dusk", "swamp", "mood_unknown")]
    [InlineData("sunset", null, "theme_unknown")]
    public void An_unknown_theme_or_mood_is_refused_with_what_there_is(string theme, string? mood, string code)
    {
        var failure = Assert.Throws<ReelsmithException>(() => Palettes.Of(new Style { Theme = theme, Mood = mood })).Failure;
        Assert.Equal((FailureKind.InvalidInput, code), (failure.Kind, failure.Code));
    }
}
