namespace Reelsmith.Video.Layout;

/// <summary>The canvases that frames are designed on.</summary>
internal enum Shape
{
    /// <summary>1920 × 1080, for everything wider than 6:5.</summary>
    Wide,

    /// <summary>1080 × 1080.</summary>
    Square,

    /// <summary>1080 × 1350, the 4:5 of feeds.</summary>
    Portrait,

    /// <summary>1080 × 1920, for everything narrower than 7:10.</summary>
    Tall,
}
