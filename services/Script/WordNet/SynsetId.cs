namespace Reelsmith.Script.WordNet;

/// <summary>Names a synset: its file and the byte at which its line begins (wndb(5WN)).</summary>
internal readonly record struct SynsetId(PartOfSpeech PartOfSpeech, int Offset);
