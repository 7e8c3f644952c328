namespace Reelsmith.Video.Illustrations;

/// <summary>What a scene's pictures are chosen from.</summary>
/// <param name="Keywords">Of the scene, best first.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Points">Keywords of each item of a points scene.</param>
/// <param name="Avoid">Pictures of the scene before: they are not shown again at once.</param>
/// <param name="FilmHero">The picture that may come in every scene.</param>
internal sealed record SceneWords(IReadOnlyList<string> Keywords, string Language, IReadOnlyList<IReadOnlyList<string>> Points,
    IReadOnlyCollection<Picture> Avoid, Picture? FilmHero);
