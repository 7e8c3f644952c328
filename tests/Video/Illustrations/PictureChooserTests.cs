using Reelsmith.Video.Illustrations;

namespace Reelsmith.Video.Tests.Illustrations;

public sealed class PictureChooserTests
{
    private static readonly PictureChooser Chooser = new(new PictureLibrary());

    private static PictureChoice Choose(string[] keywords, string[][]? points = null, Picture[]? avoid = null, Picture? filmHero = null) =>
        Chooser.Choose(new SceneWords(keywords, "en", points ?? [], avoid ?? [], filmHero));

    [Fact]
    public void Hero_and_companion_come_from_two_keywords()
    {
        var choice = Choose(["volcano", "magma", "rock"]);
        Assert.Equal(("volcano", "rock", "rock"), (choice.Hero?.Name, choice.Companion?.Name, choice.CompanionKeyword));
    }

    [Theory]
    [InlineData("mountain", "mount-fuji")]
    [InlineData("desert", "cactus")]
    [InlineData("city", "office-building")]
    public void A_view_that_is_cut_gives_way_to_a_picture_that_stands_free(string keyword, string hero) => Assert.Equal(hero, Choose([keyword]).Hero?.Name);

    [Theory]
    [InlineData("wolf")]
    [InlineData("teacher")]
    [InlineData("warning")]
    [InlineData("sunset")]
    public void A_head_a_person_a_sign_and_a_cut_view_are_no_heroes(string keyword) => Assert.Null(Choose([keyword]).Hero);

    [Fact]
    public void The_picture_of_the_scene_before_is_not_shown_again_unless_it_is_the_films_hero()
    {
        var volcano = PicturePack.Default["volcano"];
        Assert.NotEqual(volcano, Choose(["volcano", "magma"], avoid: [volcano]).Hero);
        Assert.Equal(volcano, Choose(["volcano", "magma"], avoid: [volcano], filmHero: volcano).Hero);
    }

    [Fact]
    public void Items_get_different_pictures_or_none()
    {
        var points = Choose([], [["magma"], ["lava"], ["wolf"], ["thing"]]).Points;
        Assert.Equal(["volcano", null, "wolf", null], points.Select(p => p?.Name));
    }
}
