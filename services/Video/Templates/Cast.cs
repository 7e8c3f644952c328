using Reelsmith.Video.Illustrations;

namespace Reelsmith.Video.Templates;

/// <summary>The pictures of a scene.</summary>
/// <param name="Hero">Null: nothing is good enough; a wrong picture is worse than none.</param>
/// <param name="Companion">Of another keyword than the hero.</param>
/// <param name="CompanionKeyword">What it stands for, as asked: it comes when this is spoken.</param>
internal sealed record Cast(Picture? Hero, Picture? Companion, string? CompanionKeyword)
{
    public static Cast None { get; } = new(null, null, null);
}
