namespace Reelsmith.Video.Illustrations;

/// <summary>The pictures of a scene.</summary>
/// <param name="Hero">Stands free and large; null when nothing is good enough, for a wrong picture is worse than none.</param>
/// <param name="Companion">Of another keyword than the hero, and of another sort.</param>
/// <param name="CompanionKeyword">What the companion stands for, as asked: it comes when this is spoken.</param>
/// <param name="Points">One for each item, or null; no picture twice. They stand in a disc, so heads and people are welcome.</param>
internal sealed record PictureChoice(Picture? Hero, Picture? Companion, string? CompanionKeyword, IReadOnlyList<Picture?> Points);
