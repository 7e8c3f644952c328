using SkiaSharp;

namespace Reelsmith.Video.Templates;

/// <summary>A text as it stands in the frame.</summary>
/// <param name="Box">Ink of the text, in design pixels.</param>
/// <param name="Weakest">The colour with the least contrast that it is drawn in.</param>
/// <param name="Display">At least 90 px high: 3:1 is enough.</param>
/// <param name="Soft">Drawn in the palette's soft colour, which may be exchanged for ink.</param>
internal sealed record PlacedText(string Text, SKRect Box, SKColor Weakest, bool Display, bool Soft, float Size);
