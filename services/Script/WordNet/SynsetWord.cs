namespace Reelsmith.Script.WordNet;

/// <summary>A word or collocation of a synset.</summary>
/// <param name="Text">As people write it: spaces between words, capitals kept.</param>
/// <param name="LexicographerId">Tells apart the senses of one word in one lexicographer file.</param>
internal sealed record SynsetWord(string Text, int LexicographerId);
