namespace Reelsmith.Contracts;

/// <summary>How photos are stored.</summary>
public static class PhotoKinds
{
    public const string Jpeg = "jpg";
    public const string Png = "png";

    public static IReadOnlyList<string> Extensions { get; } = [Jpeg, Png];
}
