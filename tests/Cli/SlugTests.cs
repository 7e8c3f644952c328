using Reelsmith.Cli.Output;

namespace Reelsmith.Cli.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Why do volcanoes erupt?", "why-do-volcanoes-erupt")]
    [InlineData("  It's “quoted” — and/or ../../etc ", "its-quoted-and-or-etc")]
    [InlineData("守株待兔", "守株待兔")]
    [InlineData("Über Öl & Gas", "über-öl-gas")]
    [InlineData("हिन्दी में", "हिन्दी-में")]
    [InlineData("القطة نائمة", "القطة-نائمة")]
    [InlineData("🎈", "film")]
    [InlineData("..", "film")]
    public void A_title_becomes_a_folder_name(string title, string name) => Assert.Equal(name, Slug.Of(title));

    [Fact]
    public void A_long_title_is_cut_to_what_file_systems_allow() => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Slug.Of(new string('火', 500))), 100, 120);
}
