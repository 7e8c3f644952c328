using SkiaSharp;

namespace Reelsmith.Video.Transitions;

/// <summary>The colours of a transition.</summary>
/// <param name="Ground">The ground at the seam of a dive or a rise.</param>
/// <param name="Rim">The lit edge of that ground.</param>
/// <param name="FarVeil">First veil of a ridge wipe, with its alpha.</param>
/// <param name="NearVeil">Second veil, with its alpha.</param>
internal sealed record TransitionLook(SKColor Ground, SKColor Rim, SKColor FarVeil, SKColor NearVeil);
