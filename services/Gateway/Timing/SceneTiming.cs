using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Timing;

/// <summary>When a scene's narration starts and how long the scene is, both in frames.</summary>
/// <remarks>A transition is drawn at the start of the later scene; the voice sets in when it is 60 % through and the eye has landed.</remarks>
internal readonly record struct SceneTiming(int NarrationStart, int Frames)
{
    private const double DesignRate = 30; // lengths of transitions are given in frames at this rate
    private const double ShareOfTransition = 0.6;
    private const double PauseBeforeSeconds = 0.15;
    private const double FirstPauseBeforeSeconds = 0.8;
    private const double PauseAfterSeconds = 0.35;
    private const double LastPauseAfterSeconds = 1.5;

    public static SceneTiming Of(Storyboard storyboard, int scene, long narrationSamples, VideoFormat format)
    {
        var rate = format.FramesPerSecond;
        var lead = scene == 0
            ? FramesOf(FirstPauseBeforeSeconds * rate)
            : FramesOf((ShareOfTransition * TransitionFrames(TransitionInto(storyboard, scene), rate)) + (PauseBeforeSeconds * rate));
        var tail = FramesOf((scene == storyboard.Scenes.Count - 1 ? LastPauseAfterSeconds : PauseAfterSeconds) * rate);
        var spoken = (int)((narrationSamples + format.SamplesPerFrame - 1) / format.SamplesPerFrame);
        var asked = (int)Math.Round((storyboard.Scenes[scene].Seconds ?? 0) * rate, MidpointRounding.AwayFromZero);
        return new SceneTiming(lead, Math.Max(asked, lead + spoken + tail));
    }

    /// <summary>How a scene comes in: as the storyboard says, by a ridge when it says nothing; the first scene is simply there.</summary>
    public static Transition TransitionInto(Storyboard storyboard, int scene) =>
        scene == 0 ? Transition.Cut : storyboard.Scenes[scene].Transition ?? Transition.Ridge;

    private static double TransitionFrames(Transition transition, int rate) => rate / DesignRate * transition switch
    {
        Transition.Dive or Transition.Rise => 20,
        Transition.Ridge => 18,
        _ => 0,
    };

    // 0.15 s of 30 frames is 4.5 frames in the reals and a hair more in binary; a hair must not cost a frame.
    private static int FramesOf(double frames) => (int)Math.Ceiling(frames - 1e-9);
}
