using SkiaSharp;

namespace Reelsmith.Video.Captions;

/// <summary>How a line of a caption looks at a frame.</summary>
/// <param name="Line">Null: nothing is shown.</param>
/// <param name="Said">Index after the last word that is said or being said.</param>
/// <param name="Alpha">Of the pill.</param>
/// <param name="Lit">The word being said, or -1.</param>
internal readonly record struct CaptionState(PhraseLine? Line, int Said, SKRect Pill, float Alpha, int Lit);
