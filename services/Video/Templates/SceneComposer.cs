using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Video.Captions;
using Reelsmith.Video.Compositing;
using Reelsmith.Video.Illustrations;
using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using Reelsmith.Video.Themes;
using Reelsmith.Video.Transitions;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Templates;

/// <summary>Turns what a scene shows into a picture that can be drawn frame by frame.</summary>
internal sealed class SceneComposer(Fonts fonts, PictureLibrary pictures, PictureRasters rasters, IArtifactStore artifacts)
{
    private readonly Casting casting = new(pictures, rasters, artifacts);

    /// <param name="entranceFrame">Frame of the scene at which its texts and pictures begin to come in.</param>
    /// <exception cref="ReelsmithException">The theme or mood does not exist, or a font or program is missing.</exception>
    public async Task<ScenePicture> Compose(SceneDrawing drawing, WordTimings words, VideoFormat format, int entranceFrame, CancellationToken cancellationToken)
    {
        using var composition = await Composed(drawing, words, format, entranceFrame, cancellationToken);
        return composition.Finish();
    }

    /// <summary>The first composition whose texts have their contrast; with every remedy applied if none has.</summary>
    public async Task<Composition> Composed(SceneDrawing drawing, WordTimings words, VideoFormat format, int entranceFrame, CancellationToken cancellationToken)
    {
        var palette = Palettes.Of(drawing.Style);
        var grid = GridOf(drawing, format);
        var pace = new Pace(format.FramesPerSecond, entranceFrame);
        for (var remedy = Remedy.None; ; remedy++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scene = new SceneSetting(drawing, grid, palette, new TypeScale(grid, palette, drawing.Language), pace, new Cues(drawing, words, format), fonts, casting, remedy);
            var composition = new Composition(grid);
            try
            {
                await TemplateOf(drawing.Visual).Compose(composition, scene, cancellationToken);
                if (remedy == Remedy.InkForSoft || Readability.Shortfalls(composition, drawing.Frames).Count == 0) return composition;
            }
            catch
            {
                composition.Dispose();
                throw;
            }
            composition.Dispose();
        }
    }

    public static CaptionLook CaptionLook(SceneDrawing drawing, VideoFormat format)
    {
        var palette = Palettes.Of(drawing.Style);
        var grid = GridOf(drawing, format);
        var role = new TypeScale(grid, palette, drawing.Language).Caption(drawing.Narration);
        var characters = (grid.Shape, role.Cjk) switch
        {
            (Shape.Wide, false) => 42,
            (Shape.Wide, true) => 20,
            (Shape.Square, false) => 24,
            (Shape.Square, true) => 12,
            (_, false) => 18,
            (_, true) => 9,
        };
        var style = role.Scaled(grid.Scale).Style;
        return new CaptionLook(grid.ToFrame(grid.Captions), !grid.Stacked, grid.RightToLeft, style, role.LineHeight * grid.Scale, characters,
            palette.CaptionSaid, palette.CaptionNext, palette.OnAccent, palette.Accent, grid.Stacked, grid.Scale);
    }

    public static TransitionLook TransitionLook(SceneDrawing drawing, VideoFormat format)
    {
        var palette = Palettes.Of(drawing.Style);
        return new TransitionLook(palette.Ground.Top, palette.Rim, palette.Veils[0], palette.Veils[1]);
    }

    private static Grid GridOf(SceneDrawing drawing, VideoFormat format) => new(format, Scripts.Of(drawing.Visual.Headline ?? drawing.Narration, drawing.Language) == Script.RightToLeft);

    private static ITemplate TemplateOf(Visual visual) => visual.Template switch
    {
        Template.Title => new TitleTemplate(),
        Template.Illustration => new IllustrationTemplate(),
        Template.Points when visual.Points.Count > 0 => new PointsTemplate(),
        Template.Number => new NumberTemplate(),
        Template.Quote => new QuoteTemplate(),
        Template.Ending => new EndingTemplate(),
        _ => new StatementTemplate(),
    };
}
