using Reelsmith.Video.Backdrops;
using Reelsmith.Video.Templates.Layers;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>What surrounds the hero: clouds, trees in threes at its feet, rocks, shells, stars, by the mood. Farther is smaller and more tinted.</summary>
internal sealed class Ambience(Composition composition, SceneSetting scene, PictureStage pictures, Landscape landscape, IReadOnlyList<SKRect> texts, SKRect hero)
{
    private readonly List<SKRect> taken = [.. texts];
    private int popped;

    private float Unit => scene.Grid.Stacked ? .72f : 1;

    private bool Mirrored => scene.Grid.RightToLeft;

    public void KeepClear(SKRect place) => taken.Add(place);

    /// <summary>Two clouds, one each side, one cut by the frame's edge; a star where there is no air.</summary>
    public async Task AddSky(CancellationToken cancellationToken)
    {
        if (scene.Palette.Name == "cosmos")
        {
            await Fade("glowing-star", At(hero.Right + 30, .06f), hero.Height * .13f, 0, cancellationToken);
            return;
        }
        if (!scene.Grid.Stacked) await Fade("cloud", At(hero.Left - hero.Height * .06f, .50f), hero.Height * .175f, .56, cancellationToken);
        var edge = Mirrored ? scene.Grid.Frame.Left : scene.Grid.Frame.Right;
        await Fade("cloud", new SKPoint(edge - (Mirrored ? -1 : 1) * 62 * Unit, hero.Top + hero.Height * .37f), hero.Height * .235f, .56, cancellationToken, mayBeCut: true);
    }

    /// <summary>Trees far away, half behind the second hill.</summary>
    public async Task AddFar(CancellationToken cancellationToken)
    {
        if (!HasTrees) return;
        await Tree(hero.Left - 44 * Unit, 80, .55, far: true, cancellationToken);
        await Tree(hero.Right + 112 * Unit, 78, .55, far: true, cancellationToken);
    }

    /// <summary>Three trees at both feet, and a stone.</summary>
    /// <param name="quiet">Nothing else happens in the scene: the trees on the far side come as its second beat.</param>
    public async Task AddNear(bool quiet, CancellationToken cancellationToken)
    {
        switch (scene.Palette.Name)
        {
            case "ocean":
                await Standing("spiral-shell", hero.Left - 40 * Unit, 74, .24, far: false, cancellationToken);
                await Standing("rock", hero.Left - 150 * Unit, 46, .45, far: false, cancellationToken);
                await Standing("sailboat", hero.Right + 60 * Unit, 130, .22, far: false, cancellationToken);
                return;
            case "cosmos":
                await Standing("rock", hero.Left - 20 * Unit, 62, .55, far: false, cancellationToken);
                await Standing("rock", hero.Right + 24 * Unit, 84, .50, far: false, cancellationToken);
                return;
            case "forest":
                await Standing("mushroom", hero.Left - 118 * Unit, 44, .14, far: false, cancellationToken);
                await Standing("mushroom", hero.Left - 62 * Unit, 68, .10, far: false, cancellationToken);
                break;
        }
        await Tree(hero.Left - 183 * Unit, 77, .30, far: false, cancellationToken);
        await Tree(hero.Left - 89 * Unit, 111, .18, far: false, cancellationToken);
        await Tree(hero.Left + 4 * Unit, 82, .20, far: false, cancellationToken);
        await Tree(hero.Right - 58 * Unit, 73, .30, far: false, cancellationToken, late: quiet);
        await Tree(hero.Right + 33 * Unit, 118, .18, far: false, cancellationToken, late: quiet);
        await Tree(hero.Right + 124 * Unit, 90, .20, far: false, cancellationToken, late: quiet);
        if (scene.Grid.Stacked) await Standing("rock", scene.Grid.SceneryX(149), 62, .30, far: false, cancellationToken);
    }

    private bool HasTrees => scene.Palette.Name is "ember" or "forest" or "hearth";

    private Task Tree(float x, float height, double tint, bool far, CancellationToken cancellationToken, bool late = false) =>
        Standing("evergreen-tree", Mirrored ? hero.Left + hero.Right - x : x, scene.Palette.Name == "forest" ? height * 1.25f : height, tint, far, cancellationToken, late);

    private SKPoint At(float x, float down) => new(Mirrored ? hero.Left + hero.Right - x : x, hero.Top + hero.Height * down);

    private async Task Standing(string name, float x, float height, double tint, bool far, CancellationToken cancellationToken, bool late = false)
    {
        if (scene.Casting.Named(name) is not { } picture || x < scene.Grid.Frame.Left - 40 || x > scene.Grid.Frame.Right + 40) return;
        var (crest, next) = (landscape.Hills[1].Y(x), landscape.Hills[2].Y(x));
        var foot = far ? crest + 8 * Unit : Math.Max(crest + 14 * Unit, crest + (next - crest) * .62f + height * .05f);
        var place = PictureStage.Standing(picture, x, Math.Min(foot, landscape.Ground.Y(x) - 4), height * Unit);
        if (taken.Any(text => SKRect.Inflate(text, 14, 14).IntersectsWith(place))) return;
        var colour = far ? scene.Palette.Hills[0].Bottom : scene.Palette.Hills[1].Top;
        var sprite = await pictures.Place(picture, place, colour.WithAlpha((byte)(255 * tint)), cancellationToken);
        var anchor = new SKPoint(place.MidX * scene.Grid.Scale + scene.Grid.Offset.X, place.Bottom * scene.Grid.Scale + scene.Grid.Offset.Y);
        composition.Add(new Pop(sprite, anchor, Math.Max(scene.Pace.At(20 + 3 * popped++), late ? scene.SecondBeat : 0), scene.Pace));
    }

    private async Task Fade(string name, SKPoint centre, float height, double tint, CancellationToken cancellationToken, bool mayBeCut = false)
    {
        if (scene.Casting.Named(name) is not { } picture) return;
        var place = PictureStage.Standing(picture, centre.X, centre.Y + height / 2, height);
        if (taken.Any(text => SKRect.Inflate(text, 20, 20).IntersectsWith(place)) || !mayBeCut && !scene.Grid.Frame.Contains(place)) return;
        var sprite = await pictures.Place(picture, place, scene.Palette.Hills[0].Top.WithAlpha((byte)(255 * tint)), cancellationToken);
        composition.Add(new CrossFade(sprite, scene.Pace.At(10), null, scene.Pace.Length(12)));
    }
}
