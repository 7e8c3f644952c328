namespace Reelsmith.Video.Illustrations;

/// <summary>The sides of a picture's box.</summary>
[Flags]
internal enum PictureEdges
{
    None = 0,
    Left = 1,
    Top = 2,
    Right = 4,
    Bottom = 8,
}
