using SkiaSharp;

namespace Reelsmith.Video.Tests.Templates;

/// <summary>Small frames that somebody has looked at. Set REELSMITH_APPROVE to a folder to write what is drawn now there, look, and copy.</summary>
public sealed class ApprovedFrameTests(Scenes scenes) : IClassFixture<Scenes>
{
    [Theory]
    [InlineData("title", 480, 270)]
    [InlineData("statement", 480, 270)]
    [InlineData("illustration", 480, 270)]
    [InlineData("points", 480, 270)]
    [InlineData("number", 480, 270)]
    [InlineData("quote", 480, 270)]
    [InlineData("ending", 480, 270)]
    [InlineData("title", 270, 480)]
    [InlineData("points", 270, 270)]
    public async Task A_settled_frame_looks_as_it_was_approved(string template, int width, int height)
    {
        var name = $"{template}-{width}x{height}.png";
        using var composition = await scenes.Compose(Scenes.Volcano(template), width, height);
        using var picture = composition.Finish();
        using var frame = Frame.Of(picture, 200);
        if (Environment.GetEnvironmentVariable("REELSMITH_APPROVE") is { Length: > 0 } folder)
        {
            using var png = frame.Encode(SKEncodedImageFormat.Png, 100);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), png.ToArray(), TestContext.Current.CancellationToken);
            return;
        }
        using var decoded = SKBitmap.Decode(Path.Combine(AppContext.BaseDirectory, "Templates", "approved", name));
        using var approved = decoded.Copy(SKColorType.Bgra8888);
        var (mean, worst) = Frame.Difference(frame, approved);
        Assert.True(mean < 2.0 && worst < 60, $"{name} differs by {mean:0.00} on average, {worst} at worst.");
    }
}
