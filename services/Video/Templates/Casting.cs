using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Video.Illustrations;
using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>Chooses a scene's pictures and has them rasterised.</summary>
internal sealed class Casting(PictureLibrary library, PictureRasters rasters, IArtifactStore artifacts)
{
    // Below these a keyword is only one of several behind a picture (a bench behind a flexed biceps): a wrong picture is worse than none.
    private const double HeroThreshold = .6, ItemThreshold = .5;

    public Cast For(Visual visual, string language)
    {
        var matches = library.Find(visual.Keywords, language).Where(match => StandsFree(match.Picture)).ToArray();
        // Keywords come best first: the first that has a good picture of its own gives the hero.
        var hero = visual.Keywords.Select(keyword => matches.FirstOrDefault(match => match.Keyword == keyword && match.Score >= HeroThreshold)).FirstOrDefault(match => match is not null)
            ?? matches.FirstOrDefault(match => match.Score >= HeroThreshold);
        if (hero is null) return Cast.None;
        // A single Han character is too often a part of another word to bring a second picture.
        var companion = matches.FirstOrDefault(match => match.Score >= HeroThreshold && match.Keyword.Length > 1 && match.Keyword != hero.Keyword && match.Picture != hero.Picture
            && match.Picture.Kind != PictureKind.Sky && !IsKin(match.Picture, hero.Picture));
        return new Cast(hero.Picture, companion?.Picture, companion?.Keyword);
    }

    /// <summary>The picture inside an item's disc; none that another item has.</summary>
    public Picture? ForItem(Contracts.Point point, string language, IReadOnlyCollection<Picture> taken)
    {
        var keywords = point.Keywords.Count > 0 ? point.Keywords : [point.Title];
        return library.Find(keywords, language)
            .FirstOrDefault(match => match.Score >= ItemThreshold && match.Picture.Kind is not (PictureKind.Face or PictureKind.Sign or PictureKind.Flag) && !match.Picture.IsCut && !taken.Contains(match.Picture))?.Picture;
    }

    /// <summary>The person's own picture; null when the scene has none. The caller disposes it.</summary>
    /// <exception cref="ReelsmithException">It is not stored here, or is no picture.</exception>
    public async Task<SKImage?> Photo(Visual visual, CancellationToken cancellationToken)
    {
        if (visual.Photo is not { } photo) return null;
        if (!await artifacts.Contains(photo, cancellationToken)) throw ReelsmithException.InvalidInput("photo_missing", "The storyboard's photo is not stored here.", "Give the picture again, or take the photo out of the scene.");
        using var file = SKData.CreateCopy(await File.ReadAllBytesAsync(await artifacts.PathOf(photo, cancellationToken), cancellationToken));
        using var encoded = SKImage.FromEncodedData(file);
        return encoded?.ToRasterImage(true) ?? throw ReelsmithException.InvalidInput("photo_unreadable", "The storyboard's photo is no picture.", "Give the picture again, or take the photo out of the scene.");
    }

    /// <summary>A picture of the scenery, by its name in the pack.</summary>
    public Picture? Named(string name) => library.Pack.Find(name);

    public Task<SKImage> Raster(Picture picture, int sizePixels, CancellationToken cancellationToken) => rasters.Raster(picture, sizePixels, cancellationToken);

    private static bool StandsFree(Picture picture) => !picture.IsHead && !picture.IsCut
        && picture.Kind is PictureKind.Object or PictureKind.Animal or PictureKind.Plant or PictureKind.Food or PictureKind.Place or PictureKind.Vehicle or PictureKind.Sky or PictureKind.Fantasy or PictureKind.Body;

    // Three globes or two books beside each other say one thing twice.
    private static bool IsKin(Picture one, Picture other) => one.Name.Split('-')[0] == other.Name.Split('-')[0] || one.Name.Split('-')[^1] == other.Name.Split('-')[^1];
}
