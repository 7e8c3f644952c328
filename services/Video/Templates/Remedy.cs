namespace Reelsmith.Video.Templates;

/// <summary>What is done for the contrast of a scene's texts, each step with those before it.</summary>
internal enum Remedy
{
    None,

    /// <summary>Rings at .6 of their alphas.</summary>
    FainterRings,

    /// <summary>The light farther from the text.</summary>
    LightMovedAway,

    /// <summary>Ink where the soft colour was.</summary>
    InkForSoft,
}
