using Reelsmith.Contracts;

namespace Reelsmith.Script.Scenes;

/// <summary>One way to show a scene.</summary>
/// <param name="Strength">How well it fits what is said; an illustration has about 1.</param>
internal sealed record VisualOption(Visual Visual, double Strength);
