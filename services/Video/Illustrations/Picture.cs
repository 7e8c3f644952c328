using SkiaSharp;

namespace Reelsmith.Video.Illustrations;

/// <summary>A picture of the pack and what is known of it.</summary>
/// <param name="Index">Its place in the pack.</param>
/// <param name="Name">"high-voltage".</param>
/// <param name="Character">The emoji that it draws.</param>
/// <param name="Box">Its visible part, in fractions of its square.</param>
/// <param name="Base">Where it stands: foot of its lowest row that is wider than 45 % of the box, as a fraction of its height.</param>
/// <param name="StraightEdges">Where it runs straight along its box (a building's foot, a card's side).</param>
/// <param name="IsHead">A head without a body.</param>
/// <param name="IsCut">A view cut off at the edge of its box (mountain, sunrise): it must not stand free.</param>
/// <param name="Colour">Mean colour.</param>
/// <param name="ViewBox">Of its SVG; 32 × 32 but for a few.</param>
internal sealed record Picture(int Index, string Name, string Character, PictureKind Kind, SKRect Box, float Base, PictureEdges StraightEdges,
    bool IsHead, bool IsCut, SKColor Colour, SKSizeI ViewBox);
