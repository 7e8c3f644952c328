namespace Reelsmith.Script.WordNet;

/// <summary>A part that an explanation may have.</summary>
/// <param name="Importance">1: it must be there; else the higher, the sooner it is taken.</param>
/// <param name="Variants">The part, longest first; one of them is taken when it fits.</param>
internal sealed record Candidate(double Importance, IReadOnlyList<ExplanationPart> Variants);
