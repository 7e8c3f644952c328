namespace Reelsmith.Speech.Normalisation;

/// <summary>A run of the narration without spaces, cut again after dashes: punctuation, core, punctuation.</summary>
/// <param name="Lead">Opening quotes, brackets and the like.</param>
/// <param name="Core">What may be spoken; empty for punctuation alone.</param>
/// <param name="Trail">Closing punctuation.</param>
/// <param name="Offset">In the narration, in UTF-16 code units, everything that is not spoken included.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="SpaceAfter">Whether a space follows.</param>
/// <param name="ParagraphAfter">Whether an empty line follows.</param>
internal sealed record Atom(string Lead, string Core, string Trail, int Offset, int Length, bool SpaceAfter, bool ParagraphAfter);
