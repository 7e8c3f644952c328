namespace Reelsmith.Video.Illustrations;

/// <summary>Casts a scene: which picture is its hero, which its companion, which stand beside its items. Pure.</summary>
internal sealed class PictureChooser(PictureLibrary library)
{
    private const double HeroThreshold = 0.50;
    private const double CompanionThreshold = 0.55;

    public PictureChoice Choose(SceneWords words)
    {
        bool Allowed(Picture picture) => picture == words.FilmHero || !words.Avoid.Contains(picture);

        var free = library.Find(words.Keywords, words.Language).Where(match => StandsFree(match.Picture) && Allowed(match.Picture)).ToArray();
        var hero = free.FirstOrDefault(match => match.Score >= HeroThreshold);
        var companion = hero is null ? null : free.FirstOrDefault(match => match.Score >= CompanionThreshold && match.Keyword != hero.Keyword
            && match.Picture.Kind != PictureKind.Sky && !AreKin(match.Picture, hero.Picture));

        var taken = new HashSet<Picture>();
        var points = words.Points.Select(keywords =>
        {
            var found = library.Find(keywords, words.Language).FirstOrDefault(match => match.Score >= HeroThreshold && FitsDisc(match.Picture) && !taken.Contains(match.Picture));
            if (found is not null) taken.Add(found.Picture);
            return found?.Picture;
        }).ToArray();
        return new PictureChoice(hero?.Picture, companion?.Picture, companion?.Keyword, points);
    }

    /// <summary>Whether a picture may stand large in a landscape: no bodiless head, no view cut off at its edge, no person, no sign.</summary>
    public static bool StandsFree(Picture picture) => picture is { IsHead: false, IsCut: false } && picture.Kind is PictureKind.Object or PictureKind.Animal or PictureKind.Plant
        or PictureKind.Food or PictureKind.Place or PictureKind.Vehicle or PictureKind.Sky or PictureKind.Fantasy or PictureKind.Body;

    private static bool FitsDisc(Picture picture) => !picture.IsCut && picture.Kind != PictureKind.Face;

    // Three globes or two books beside each other say one thing twice.
    private static bool AreKin(Picture one, Picture other)
    {
        var (a, b) = (one.Name.Split('-'), other.Name.Split('-'));
        return a[0] == b[0] || a[^1] == b[^1];
    }
}
