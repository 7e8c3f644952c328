namespace Reelsmith.Contracts;

/// <summary>Everything that determines a scene's pictures but their size.</summary>
/// <param name="Index">Place in the film, from 0: backdrops and their seeds follow it.</param>
/// <param name="Transition">How it comes in; <see cref="Transition.Cut"/> for the first scene.</param>
/// <param name="Style">Theme, mood, captions and seed count; voice and music do not reach the renderer.</param>
/// <param name="Narration">What is spoken, to which word offsets refer.</param>
/// <param name="Words">JSON of <see cref="WordTimings"/>.</param>
/// <param name="NarrationStart">Frame at which the narration's first sample is heard.</param>
/// <param name="Frames">Length of the scene.</param>
/// <param name="Last">Whether the film ends with it.</param>
public sealed record SceneDrawing(int Index, Visual Visual, Transition Transition, Style Style, string Language, string Narration,
    ArtifactRef Words, int NarrationStart, int Frames, bool Last);
