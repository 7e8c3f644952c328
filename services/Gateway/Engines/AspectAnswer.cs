namespace Reelsmith.Gateway.Engines;

/// <summary>A shape of picture that has a name.</summary>
/// <param name="Aspect">What it is asked for by.</param>
/// <param name="Size">The size that a film of it has.</param>
internal sealed record AspectAnswer(string Aspect, string Size);
