using Reelsmith.Video.Templates;
using Reelsmith.Video.Themes;

namespace Reelsmith.Video.Tests.Templates;

public sealed class ContrastTests(Scenes scenes) : IClassFixture<Scenes>
{
    public static TheoryData<string, string> Cases => new(
        from template in Scenes.Names
        from palette in Palettes.All
        select (template, palette.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_text_can_be_read_on_what_stands_behind_it(string template, string palette)
    {
        var drawing = palette == "hearth" ? Scenes.Volcano(template, "hearth") : Scenes.Volcano(template, mood: palette);
        foreach (var (width, height) in new[] { (480, 270), (270, 480), (270, 270) })
        {
            using var composition = await scenes.Compose(drawing, width, height);
            Assert.NotEmpty(composition.Texts);
            var shortfalls = Readability.Shortfalls(composition, drawing.Frames - 1).Select(found => $"{width}x{height} \"{found.Text.Text}\" {found.Contrast:0.0}");
            Assert.Empty(shortfalls);
        }
    }
}
