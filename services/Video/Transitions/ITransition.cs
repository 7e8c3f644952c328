using SkiaSharp;

namespace Reelsmith.Video.Transitions;

/// <summary>How a scene comes in over the closing picture of the one before. Frames count from the scene's first.</summary>
internal interface ITransition : IDisposable
{
    /// <summary>Draws a whole frame.</summary>
    /// <param name="next">The new scene as it is at this frame.</param>
    void Draw(SKCanvas canvas, SKImage closing, SKImage next, int frame);
}
