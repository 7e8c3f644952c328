using Reelsmith.Contracts;
using Reelsmith.Video.Templates;
using SkiaSharp;
using Point = Reelsmith.Contracts.Point;

namespace Reelsmith.Video.Tests.Templates;

public sealed class LayoutTests(Scenes scenes) : IClassFixture<Scenes>
{
    private static readonly (int, int)[] Sizes = [(480, 270), (270, 480), (270, 270), (270, 338), (448, 256)];

    private static readonly int[] MovingAndSettled = [0, 4, 9, 16, 200];

    private static readonly string[] Vocabulary =
        ["the", "of", "a", "volcano", "rock", "pressure", "and", "Vesuvius", "1,350", "km", "international", "responsibilities", "gas,", "is", "hot.", "Donaudampfschifffahrtsgesellschaft", "why?", "I"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task No_text_overlaps_another_or_leaves_its_zone_whatever_is_said(int seed)
    {
        var random = new Random(seed);
        foreach (var template in Enum.GetValues<Template>())
        {
            var drawing = Scenes.Drawing(seed, "dusk", null, "Something is said.", Random(template, random));
            var (width, height) = Sizes[random.Next(Sizes.Length)];
            using var composition = await scenes.Compose(drawing, width, height);
            AssertApart(composition, $"{template} {width}x{height} seed {seed}");
        }
    }

    [Theory]
    [InlineData("zh", "岩浆比周围的岩石更轻，所以它会上升到地表。", "溶解的气体变成气泡，就像打开一瓶香槟。")]
    [InlineData("ja", "マグマは周りの岩より軽いので上昇する。", "溶けたガスが泡になる。")]
    [InlineData("ar", "تصعد الصهارة لأنها أخف من الصخور فوقها", "يتحول الغاز الذائب إلى فقاعات.")]
    [InlineData("th", "ภูเขาไฟระเบิดเพราะแรงดันใต้พื้นโลก", "ก๊าซที่ละลายกลายเป็นฟอง")]
    [InlineData("ru", "Почему извергаются вулканы на Камчатке", "Растворённый газ превращается в пузыри.")]
    public async Task Other_scripts_keep_to_their_zones_in_every_template(string language, string headline, string body)
    {
        foreach (var template in Enum.GetValues<Template>())
        {
            var visual = new Visual
            {
                Template = template,
                Headline = headline,
                Body = body,
                Kicker = headline[..6],
                Keywords = ["volcano"],
                Points = [new Point { Title = body, Text = headline }, new Point { Title = headline[..8] }, new Point { Title = body[..6], Text = body }],
                Figure = new Figure { Value = "1,350", Unit = headline[..2], Label = body },
                Credits = [new Credit(body[..4], headline)],
            };
            foreach (var (width, height) in new[] { (480, 270), (270, 480), (270, 270) })
            {
                using var composition = await scenes.Compose(Scenes.Drawing(2, "dusk", null, body, visual, language), width, height);
                AssertApart(composition, $"{template} {language} {width}x{height}");
            }
        }
    }

    [Theory]
    [InlineData("title")]
    [InlineData("statement")]
    [InlineData("illustration")]
    [InlineData("points")]
    [InlineData("number")]
    [InlineData("quote")]
    [InlineData("ending")]
    public async Task Nothing_but_captions_stands_on_the_ground(string template)
    {
        foreach (var (width, height) in new[] { (480, 270), (270, 480), (270, 270) })
        {
            using var composition = await scenes.Compose(Scenes.Volcano(template), width, height);
            var crest = composition.Grid.ToFrame(new SKRect(0, 0, 1, composition.Grid.Crest + 24)).Bottom;
            using var picture = composition.Finish();
            using var plate = SKBitmap.FromImage(picture.Plate);
            foreach (var at in MovingAndSettled)
            {
                using var frame = Frame.Of(picture, at);
                for (var y = crest; y < height; y++)
                    for (var x = 0; x < width; x++)
                    {
                        var (bare, drawn) = (plate.GetPixel(x, y), frame.GetPixel(x, y));
                        var difference = Math.Abs(bare.Red - drawn.Red) + Math.Abs(bare.Green - drawn.Green) + Math.Abs(bare.Blue - drawn.Blue);
                        Assert.True(difference <= 9, $"{width}x{height} frame {at}, pixel {x},{y}: {bare} {drawn}");
                    }
            }
        }
    }

    private static void AssertApart(Composition composition, string what)
    {
        var zone = SKRect.Inflate(composition.Grid.Content, 14, 14);
        var texts = composition.Texts;
        foreach (var text in texts)
        {
            Assert.True(zone.Contains(text.Box), $"{what}: \"{text.Text}\" {text.Box} leaves {zone}");
            Assert.True(text.Size >= composition.Grid.SmallestType * .99f, $"{what}: \"{text.Text}\" is set in {text.Size} px");
            Assert.DoesNotContain('…', text.Text);
        }
        for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
            {
                // Descenders may reach into the next line's box where no ascender stands.
                var overlap = SKRect.Intersect(texts[i].Box, texts[j].Box);
                Assert.False(overlap.Width > 2 && overlap.Height > .30f * Math.Min(texts[i].Size, texts[j].Size), $"{what}: \"{texts[i].Text}\" {texts[i].Box} meets \"{texts[j].Text}\" {texts[j].Box}");
            }
    }

    private static Visual Random(Template template, Random random)
    {
        string Words(int most) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        return new Visual
        {
            Template = template,
            Kicker = random.Next(2) == 0 ? Words(8) : null,
            Headline = Words(14),
            Short = random.Next(2) == 0 ? Words(4) : null,
            Body = random.Next(3) == 0 ? null : Words(30),
            Keywords = random.Next(2) == 0 ? ["volcano"] : [],
            Points = [.. Enumerable.Range(0, 2 + random.Next(3)).Select(_ => new Point { Title = Words(6), Text = random.Next(4) == 0 ? null : Words(12), Keywords = ["fire"] })],
            Figure = new Figure { Value = new[] { "7", "1,350", "€1,234,567.89", "3 in 4", "1914–1918" }[random.Next(5)], Unit = random.Next(2) == 0 ? "million" : null, Label = Words(9) },
            Credits = [.. Enumerable.Range(0, random.Next(6)).Select(_ => new Credit(Words(2), Words(9)))],
        };
    }
}
