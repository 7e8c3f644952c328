using Reelsmith.Video.Layout;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A person's own picture as a print with a white border, turned a little and held by tape, in the place of the hero.</summary>
internal static class PhotoPrint
{
    // Of a print of 718 × 626 with a picture of 646 × 476.
    private const float Border = 36, Foot = 114, Corner = 10, PictureCorner = 6, PictureArea = 646 * 476;
    private const float TapeWidth = 180, TapeHeight = 56, ShadowBlur = 13, ShadowDown = 22, ShadowRoom = 64;
    private const float Degrees = 3;
    private const float NarrowestAspect = .62f, WidestAspect = 1.9f;

    private static readonly SKColor Paper = SKColor.Parse("FBF3E2"), Tape = SKColor.Parse("FFE9B8").WithAlpha(184), Shadow = SKColor.Parse("0A0302").WithAlpha(140);

    /// <summary>Paints the whole scenery with the scene's photo in it.</summary>
    /// <param name="light">Where the light is, in unmirrored design pixels; the print hangs before it.</param>
    /// <returns>False, and nothing is painted: the scene has no photo, or the texts leave no room for one.</returns>
    public static async Task<bool> Compose(Composition composition, SceneSetting scene, SKPoint light, float coreRadius, IReadOnlyList<SKRect> texts, CancellationToken cancellationToken)
    {
        using var photo = await scene.Casting.Photo(scene.Visual, cancellationToken);
        if (photo is null || Place(scene.Grid, Print.Of(photo), light, texts) is not { } place) return false;
        await new HorizonStage(composition, scene, light, 0, coreRadius, [.. texts, place]).Build(null, place, null, null, cancellationToken);
        var sprite = composition.Rasterise(SKRect.Inflate(place, ShadowRoom, ShadowRoom), canvas => Draw(canvas, photo, place));
        composition.Add(new Rise(sprite, scene.Pace.At(6), scene.Pace.Length(14), scene.Grid.Pixels(60), fades: true));
        composition.SceneryIsDone();
        return true;
    }

    // Upright box of the turned print.
    private static SKRect? Place(Grid grid, Print print, SKPoint light, IReadOnlyList<SKRect> texts)
    {
        var largest = grid.Stacked ? new SKSize(780, 620) : new SKSize(790, 690);
        var bounds = new SKRect(grid.Frame.Left + 24, Math.Max(grid.Frame.Top, 0) + 36, grid.Frame.Right - 24, grid.Crest - 28);
        var centre = grid.Stacked ? grid.Canvas.Width / 2 : grid.SceneryX(light.X);
        return HeroPlacement.Find(print.BoxAspect, largest, 200, centre, grid.RightToLeft ? -1 : 1, (left, right) => Math.Min(light.Y + ((right - left) / print.BoxAspect / 2), bounds.Bottom), bounds, texts);
    }

    private static void Draw(SKCanvas canvas, SKImage photo, SKRect place)
    {
        var print = Print.Of(photo);
        var unit = place.Height / print.Box.Height;
        canvas.Translate(place.MidX, place.MidY);
        canvas.RotateDegrees(Degrees);
        canvas.Scale(unit);
        var paper = SKRect.Create(-print.Outer.Width / 2, -print.Outer.Height / 2, print.Outer.Width, print.Outer.Height);
        using var paint = new SKPaint { IsAntialias = true, Color = Shadow, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, ShadowBlur) };
        canvas.DrawRoundRect(SKRect.Create(paper.Left, paper.Top + ShadowDown, paper.Width, paper.Height), Corner, Corner, paint);
        (paint.MaskFilter, paint.Color) = (null, Paper);
        canvas.DrawRoundRect(paper, Corner, Corner, paint);
        var picture = SKRect.Create(paper.Left + Border, paper.Top + Border, print.Picture.Width, print.Picture.Height);
        using (new SKAutoCanvasRestore(canvas))
        {
            using var rounded = new SKRoundRect(picture, PictureCorner);
            canvas.ClipRoundRect(rounded, antialias: true);
            canvas.DrawImage(photo, print.Shown, picture, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
        paint.Color = Tape;
        canvas.RotateDegrees(-Degrees / 2);
        canvas.DrawRect(SKRect.Create(-TapeWidth / 2, paper.Top - (TapeHeight / 2), TapeWidth, TapeHeight), paint);
    }

    /// <param name="Shown">What of the photo is seen: a panorama is cut at its sides.</param>
    /// <param name="Picture">Its size on the paper.</param>
    private readonly record struct Print(SKRect Shown, SKSize Picture)
    {
        public SKSize Outer => new(Picture.Width + (2 * Border), Picture.Height + Border + Foot);

        /// <summary>Size of the upright box around the turned print.</summary>
        public SKSize Box
        {
            get
            {
                var (sin, cos) = MathF.SinCos(Degrees * MathF.PI / 180);
                return new SKSize((Outer.Width * cos) + (Outer.Height * sin), (Outer.Height * cos) + (Outer.Width * sin));
            }
        }

        public float BoxAspect => Box.Width / Box.Height;

        public static Print Of(SKImage photo)
        {
            var aspect = Math.Clamp((float)photo.Width / photo.Height, NarrowestAspect, WidestAspect);
            var (width, height) = (Math.Min(photo.Width, photo.Height * aspect), Math.Min(photo.Height, photo.Width / aspect));
            var shown = SKRect.Create((photo.Width - width) / 2, (photo.Height - height) / 2, width, height);
            var tall = MathF.Sqrt(PictureArea / aspect);
            return new Print(shown, new SKSize(tall * aspect, tall));
        }
    }
}
