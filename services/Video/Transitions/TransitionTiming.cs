using Reelsmith.Contracts;

namespace Reelsmith.Video.Transitions;

/// <summary>How long transitions last.</summary>
internal static class TransitionTiming
{
    private const double EntranceShare = 0.6;

    /// <summary>Frames during which the scene before is still to be seen.</summary>
    public static int Frames(Transition transition, VideoFormat format)
    {
        var atThirty = transition switch { Transition.Dive or Transition.Rise => 20, Transition.Ridge => 18, _ => 0 };
        return (int)Math.Round(atThirty * format.FramesPerSecond / 30.0);
    }

    /// <summary>The frame at which the new scene's own entrances begin.</summary>
    public static int EntranceFrame(Transition transition, VideoFormat format) => (int)Math.Round(Frames(transition, format) * EntranceShare);

    /// <summary>How far the camera has moved at a frame, 0 to 1, eased. The frame after the last would be 1.</summary>
    public static float Progress(int frame, int frames) => CubicBezier.Move.At((frame + 1) / (float)(frames + 1));
}
