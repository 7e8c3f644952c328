using System.Xml.Linq;
using Reelsmith.Video.Illustrations;

namespace Reelsmith.Video.Tests.Illustrations;

public sealed class PicturePackTests
{
    private static readonly PicturePack Pack = PicturePack.Default;

    [Fact]
    public void Every_picture_is_well_formed_and_refers_only_to_what_it_defines()
    {
        Assert.Equal(1594, Pack.Pictures.Count);
        foreach (var picture in Pack.Pictures)
        {
            var svg = XDocument.Parse(Pack.Svg(picture));
            var ids = svg.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var references = svg.Descendants().Attributes().Select(a => Reference(a.Value)).OfType<string>();
            Assert.All(references, reference => Assert.Contains(reference, ids));
        }

        static string? Reference(string value) => value.StartsWith("url(#", StringComparison.Ordinal) ? value[5..^1] : value is ['#', 'i', ..] ? value[1..] : null;
    }

    [Fact]
    public void Reading_one_picture_inflates_at_most_a_mebibyte() =>
        Assert.All(Pack.Pictures, picture => Assert.InRange(Pack.BlockBytes(picture), 1, 1 << 20));

    [Theory]
    [InlineData("bank", nameof(PictureKind.Place), false, false)]
    [InlineData("volcano", nameof(PictureKind.Place), false, false)]
    [InlineData("sunrise", nameof(PictureKind.Place), false, true)]
    [InlineData("national-park", nameof(PictureKind.Place), false, true)]
    [InlineData("mountain", nameof(PictureKind.Place), false, true)]
    [InlineData("wolf", nameof(PictureKind.Animal), true, false)]
    [InlineData("elephant", nameof(PictureKind.Animal), false, false)]
    [InlineData("grinning-face", nameof(PictureKind.Face), true, false)]
    [InlineData("woman", nameof(PictureKind.Person), true, false)]
    [InlineData("farmer", nameof(PictureKind.Person), false, false)]
    [InlineData("aries", nameof(PictureKind.Button), false, false)]
    [InlineData("up-arrow", nameof(PictureKind.Arrow), false, false)]
    [InlineData("oncoming-fist", nameof(PictureKind.Gesture), false, false)]
    public void What_a_picture_is_is_known(string name, string kind, bool head, bool cut)
    {
        var picture = Pack[name];
        Assert.Equal((kind, head, cut), (picture.Kind.ToString(), picture.IsHead, picture.IsCut));
    }

    [Fact]
    public void A_building_stands_on_its_straight_foot()
    {
        var bank = Pack["bank"];
        Assert.True(bank.StraightEdges.HasFlag(PictureEdges.Bottom));
        Assert.Equal(bank.Box.Bottom, bank.Base, 0.02);
    }

    [Fact]
    public void A_balloon_has_its_base_above_its_string() => Assert.True(Pack["balloon"].Base < Pack["balloon"].Box.Bottom - 0.1);

    [Fact]
    public void The_mean_colour_of_a_tomato_is_red_and_that_of_a_blue_book_blue()
    {
        Assert.True(Pack["tomato"].Colour.Red > 2 * Pack["tomato"].Colour.Blue);
        Assert.True(Pack["blue-book"].Colour.Blue > 2 * Pack["blue-book"].Colour.Red);
    }
}
