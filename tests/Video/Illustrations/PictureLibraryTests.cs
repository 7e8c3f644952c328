using Reelsmith.Video.Illustrations;

namespace Reelsmith.Video.Tests.Illustrations;

public sealed class PictureLibraryTests
{
    private static readonly PictureLibrary Library = new();

    [Theory]
    [InlineData("en", "volcano", "volcano")]
    [InlineData("en", "volcanoes", "volcano")]
    [InlineData("en", "magma", "volcano")]
    [InlineData("zh", "火山", "volcano")]
    [InlineData("de", "Vulkane", "volcano")]
    [InlineData("fr", "volcans", "volcano")]
    public void A_keyword_finds_its_picture(string language, string keyword, string picture) =>
        Assert.Equal(picture, Library.Find([keyword], language)[0].Picture.Name);
}
