namespace Reelsmith.Video.Illustrations;

/// <summary>How well a kind of picture illustrates: a thing shows what is spoken of, a sign only stands for it.</summary>
internal static class PictureWorth
{
    private const double NamedOutright = 0.95;

    public static double Of(Picture picture, double score) => picture.Kind switch
    {
        PictureKind.Button or PictureKind.Arrow or PictureKind.Keycap or PictureKind.Clock or PictureKind.Shape or PictureKind.Flag => 0,
        PictureKind.Person => score >= NamedOutright ? 0.9 : 0.7,
        PictureKind.Fantasy => score >= NamedOutright ? 0.95 : 0.6,
        PictureKind.Body => 0.95,
        PictureKind.Emotion => score >= NamedOutright ? 0.85 : 0.4,
        PictureKind.Gesture => score >= NamedOutright ? 0.8 : 0.3,
        PictureKind.Face => score >= NamedOutright ? 0.5 : 0.2,
        PictureKind.Symbol or PictureKind.Sign => score >= NamedOutright ? 0.75 : 0.25,
        _ => 1,
    };
}
