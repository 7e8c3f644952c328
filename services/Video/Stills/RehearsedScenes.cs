using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Video.Stills;

/// <summary>Scenes of a storyboard as if a voice had spoken them at an even pace.</summary>
internal static class RehearsedScenes
{
    private const double SecondsALetter = 0.065, SecondsAHanCharacter = 0.22;
    private const int PauseFrames = 20;

    public static async Task<IReadOnlyList<RenderScene>> Of(Storyboard storyboard, VideoFormat format, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var commands = new List<RenderScene>();
        SceneDrawing? previous = null;
        for (var i = 0; i < storyboard.Scenes.Count; i++)
        {
            var scene = storyboard.Scenes[i];
            var words = Words(scene.Narration, CaptionWidth.IsWide(storyboard.Language));
            var transition = i == 0 ? Transition.Cut : scene.Transition ?? (i == 1 ? Transition.Dive : Transition.Ridge);
            var frames = (2 * PauseFrames) + (int)Math.Ceiling((words.Words.Count == 0 ? 0 : words.Words[^1].End) / (double)format.SamplesPerFrame);
            var drawing = new SceneDrawing(i, scene.Visual, transition, storyboard.Style, storyboard.Language, scene.Narration,
                await artifacts.AddJson(words, cancellationToken), PauseFrames, frames, i == storyboard.Scenes.Count - 1);
            commands.Add(new RenderScene(Guid.Empty, i, drawing, transition == Transition.Cut ? null : previous, format));
            previous = drawing;
        }
        return commands;
    }

    private static WordTimings Words(string narration, bool wide)
    {
        var words = new List<SpokenWord>();
        var time = 0.0;
        for (var start = 0; start < narration.Length;)
        {
            if (char.IsWhiteSpace(narration[start]))
            {
                start++;
                continue;
            }
            var end = start + 1;
            while (end < narration.Length && !char.IsWhiteSpace(narration[end]) && !(wide && end - start >= 2 && !char.IsPunctuation(narration[end]))) end++;
            var text = narration[start..end];
            var seconds = 0.12 + (text.Length * (wide ? SecondsAHanCharacter : SecondsALetter));
            words.Add(new SpokenWord(text, Sample(time), Sample(time + seconds - 0.03), start, text.Length, end < narration.Length && char.IsWhiteSpace(narration[end])));
            time += seconds + (".,;:!?，。！？；：".Contains(text[^1], StringComparison.Ordinal) ? 0.25 : 0);
            start = end;
        }
        return new WordTimings(words);
    }

    private static long Sample(double seconds) => (long)(seconds * VideoFormat.SampleRate);
}
