using System.Globalization;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;
using Reelsmith.Video.Frames;
using Reelsmith.Video.Rendering;
using SkiaSharp;

namespace Reelsmith.Video.Stills;

/// <summary>For those who work on the look: pictures of a storyboard without a voice or a bus.
/// <code>
/// still STORYBOARD.json SCENE FRAME OUT.png [WIDTHxHEIGHT]
/// sheet STORYBOARD.json OUT.png [WIDTHxHEIGHT]
/// clip STORYBOARD.json SCENE OUT.mp4 [WIDTHxHEIGHT]
/// </code></summary>
internal sealed class StillCommand(SceneRenderer renderer, IArtifactStore artifacts)
{
    private const int ThumbnailWidth = 480, Margin = 8;

    public async Task Run(string[] args, CancellationToken cancellationToken)
    {
        switch (args)
        {
            case ["still", var storyboard, var scene, var frame, var output, .. var rest]:
                await Still(storyboard, Number(scene), Number(frame), output, Format(rest), cancellationToken);
                break;
            case ["sheet", var storyboard, var output, .. var rest]:
                await Sheet(storyboard, output, Format(rest), cancellationToken);
                break;
            case ["clip", var storyboard, var scene, var output, .. var rest]:
                await Clip(storyboard, Number(scene), output, Format(rest), cancellationToken);
                break;
            default:
                throw ReelsmithException.InvalidInput("arguments", "Say: still STORYBOARD.json SCENE FRAME OUT.png, or: sheet STORYBOARD.json OUT.png, or: clip STORYBOARD.json SCENE OUT.mp4.", "Scenes and frames count from 0.");
        }
    }

    private async Task Still(string path, int scene, int frame, string output, VideoFormat format, CancellationToken cancellationToken)
    {
        var scenes = await RehearsedScenes.Of(await Read(path, cancellationToken), format, artifacts, cancellationToken);
        await foreach (var (_, picture) in Frames(scenes, scene, [frame], format, cancellationToken)) Save(picture, output);
    }

    private async Task Sheet(string path, string output, VideoFormat format, CancellationToken cancellationToken)
    {
        var scenes = await RehearsedScenes.Of(await Read(path, cancellationToken), format, artifacts, cancellationToken);
        var height = ThumbnailWidth * format.Height / format.Width;
        var moments = new[] { 0.0, 6, 12, 24, -0.5, -0.9 }; // frames; negative: share of the scene
        using var sheet = SKSurface.Create(new SKImageInfo((moments.Length * (ThumbnailWidth + Margin)) + Margin, (scenes.Count * (height + Margin)) + Margin));
        sheet.Canvas.Clear(new SKColor(20, 20, 20));
        for (var scene = 0; scene < scenes.Count; scene++)
        {
            var frames = moments.Select(m => Math.Min(scenes[scene].Drawing.Frames - 1, (int)(m < 0 ? -m * scenes[scene].Drawing.Frames : m))).ToArray();
            await foreach (var (index, picture) in Frames(scenes, scene, frames, format, cancellationToken))
            {
                using (picture)
                {
                    var at = SKRect.Create(Margin + (index * (ThumbnailWidth + Margin)), Margin + (scene * (height + Margin)), ThumbnailWidth, height);
                    sheet.Canvas.DrawImage(picture, at, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
                }
            }
        }
        Save(sheet.Snapshot(), output);
    }

    private async Task Clip(string path, int scene, string output, VideoFormat format, CancellationToken cancellationToken)
    {
        var scenes = await RehearsedScenes.Of(await Read(path, cancellationToken), format, artifacts, cancellationToken);
        var rendered = await renderer.Render(scenes[scene], new StageWork(_ => { }), cancellationToken);
        File.Copy(await artifacts.PathOf(rendered.Clip, cancellationToken), output, overwrite: true);
    }

    private async IAsyncEnumerable<(int Index, SKImage Picture)> Frames(IReadOnlyList<RenderScene> scenes, int scene, int[] frames, VideoFormat format, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var picture = await renderer.Compose(scenes[scene].Drawing, format, scenes[scene].Drawing.Style.Captions, cancellationToken);
        using var film = await renderer.Film(picture, scenes[scene], cancellationToken);
        var dirty = new DirtyRegion();
        for (var frame = 0; frame <= frames.Max(); frame++)
        {
            dirty.Clear();
            var drawn = film.Draw(frame, dirty);
            for (var i = 0; i < frames.Length; i++) if (frames[i] == frame) yield return (i, drawn.Copy());
        }
    }

    private static async Task<Storyboard> Read(string path, CancellationToken cancellationToken) => StoryboardReader.Read(await File.ReadAllBytesAsync(path, cancellationToken));

    private static void Save(SKImage picture, string path)
    {
        using (picture)
        using (var data = picture.Encode(SKEncodedImageFormat.Png, 100))
        using (var file = File.Create(path)) data.SaveTo(file);
    }

    private static VideoFormat Format(string[] rest) =>
        rest is [var size] && size.Split('x') is [var width, var height] ? new VideoFormat(Number(width), Number(height), 30) : VideoFormat.Default;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
