using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Progress;

/// <summary>How far a scene is.</summary>
/// <param name="Headline">What to call it: its headline, else the start of its narration.</param>
/// <param name="Narrated">0 to 1.</param>
/// <param name="Rendered">0 to 1.</param>
/// <param name="Frames">Length; null while it is not narrated.</param>
/// <param name="NarrationCost">What its narration took in this run; null when it was there before or is not done.</param>
/// <param name="RenderCost">What its clip took in this run; null when it was there before or is not done.</param>
public sealed record SceneSnapshot(int Scene, string Headline, double Narrated, double Rendered, int? Frames, StageCost? NarrationCost, StageCost? RenderCost);
