using Reelsmith.Contracts;

namespace Reelsmith.Composer.Films;

/// <summary>The film's time, counted in frames and samples: nothing is ever rounded from seconds.</summary>
internal sealed record FilmTimeline(IReadOnlyList<SceneSpan> Scenes, int FramesPerSecond)
{
    public int SamplesPerFrame => VideoFormat.SampleRate / FramesPerSecond;

    public int Frames => Scenes[^1].End;

    public long Samples => (long)Frames * SamplesPerFrame;

    public double Seconds => (double)Frames / FramesPerSecond;

    public double SecondsAt(int frame) => (double)frame / FramesPerSecond;

    /// <summary>Lays the scenes end to end.</summary>
    /// <exception cref="ReelsmithException">There is no scene, or a narration does not fit into its scene.</exception>
    public static FilmTimeline Of(IReadOnlyList<ComposedScene> scenes, VideoFormat format)
    {
        if (scenes.Count == 0)
        {
            throw ReelsmithException.InvalidInput("no_scenes", "The film has no scenes.", "Give a storyboard with at least one scene.");
        }
        var spans = new List<SceneSpan>(scenes.Count);
        var start = 0;
        foreach (var scene in scenes)
        {
            var from = (long)(start + scene.NarrationStart) * format.SamplesPerFrame;
            var span = new SceneSpan(start, scene.Frames, from, from + scene.Narration.Samples);
            if (scene.Frames < 1 || scene.NarrationStart < 0 || span.SpeechEnd > (long)span.End * format.SamplesPerFrame)
            {
                throw new ReelsmithException(new Failure(FailureKind.Internal, "scene_too_short",
                    $"Scene {spans.Count + 1} lasts {scene.Frames} frames; its narration of {scene.Narration.Samples} samples from frame {scene.NarrationStart} does not fit.",
                    "This is a fault in Reelsmith; please report it with this message.", Scene: spans.Count));
            }
            spans.Add(span);
            start += scene.Frames;
        }
        return new FilmTimeline(spans, format.FramesPerSecond);
    }
}
