using Reelsmith.Contracts;
using SkiaSharp;

namespace Reelsmith.Video.Tests.Templates;

public sealed class PhotoTests(Scenes scenes) : IClassFixture<Scenes>
{
    private const int Settled = 60;
    private const int BeforeIt = 4;
    private static readonly SKColor Green = new(0, 200, 40);

    public static MatrixTheoryData<string, string, (int Width, int Height), (int Width, int Height)> Films => new(
        ["title", "illustration"], ["dusk", "hearth"], [(960, 540), (540, 960), (540, 540), (540, 674)], [(800, 600), (400, 900), (3_000, 300)]);

    [Theory]
    [MemberData(nameof(Films))]
    public async Task A_photo_is_seen_and_leaves_every_text_alone(string template, string theme, (int Width, int Height) frame, (int Width, int Height) photo)
    {
        var drawing = Scenes.Volcano(template, theme);
        drawing = drawing with { Visual = drawing.Visual with { Photo = await Stored(photo.Width, photo.Height) } };

        using var composition = await scenes.Compose(drawing, frame.Width, frame.Height);
        var texts = composition.Texts.Select(text => composition.Grid.ToFrame(text.Box)).ToArray();
        using var picture = composition.Finish();
        using var before = Frame.Of(picture, BeforeIt);
        using var settled = Frame.Of(picture, Settled);

        Assert.Equal(0, Of(before, SKRectI.Create(frame.Width, frame.Height)));
        var seen = Of(settled, SKRectI.Create(frame.Width, frame.Height));
        Assert.True(seen > frame.Width * frame.Height / 60, $"{seen} pixels of the photo are seen.");
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Equal(0, Of(settled, text)));
        Assert.Equal(0, Of(settled, SKRectI.Create(0, composition.Grid.ToFrame(new SKRect(0, composition.Grid.Crest, 1, composition.Grid.Crest + 1)).Top, frame.Width, frame.Height)));
    }

    [Fact]
    public async Task A_scene_without_a_photo_is_drawn_as_ever()
    {
        using var composition = await scenes.Compose(Scenes.Volcano("title"), 480, 270);
        using var picture = composition.Finish();
        using var frame = Frame.Of(picture, Settled);

        Assert.Equal(0, Of(frame, SKRectI.Create(480, 270)));
    }

    [Theory]
    [InlineData(true, "photo_unreadable")]
    [InlineData(false, "photo_missing")]
    public async Task A_photo_that_is_not_there_is_said_to_be_missing(bool stored, string code)
    {
        var photo = stored ? await scenes.Artifacts.AddBytes("a picture"u8.ToArray(), "jpg", CancellationToken.None) : new ArtifactRef(new string('a', 64), "jpg", 1);
        var drawing = Scenes.Volcano("title");

        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => scenes.Compose(drawing with { Visual = drawing.Visual with { Photo = photo } }, 480, 270))).Failure;

        Assert.Equal((code, FailureKind.InvalidInput), (failure.Code, failure.Kind));
    }

    private async Task<ArtifactRef> Stored(int width, int height)
    {
        using var image = Pictures.Plain(width, height, Green);
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 100);
        return await scenes.Artifacts.AddBytes(encoded.ToArray(), "png", CancellationToken.None);
    }

    private static int Of(SKBitmap frame, SKRectI where)
    {
        var count = 0;
        where.Intersect(SKRectI.Create(frame.Width, frame.Height));
        for (var y = where.Top; y < where.Bottom; y++)
        {
            for (var x = where.Left; x < where.Right; x++) count += frame.GetPixel(x, y) is { Red: < 30, Green: > 180, Blue: < 70 } ? 1 : 0;
        }
        return count;
    }
}
