namespace Reelsmith.Script.WordNet;

/// <summary>A word in one of its meanings.</summary>
/// <param name="Word">As the synset writes it ("Etna", "blue whale").</param>
/// <param name="Number">From 1: the most frequent sense first.</param>
/// <param name="TagCount">How often the word has this meaning in the semantically tagged texts that WordNet counts.</param>
/// <param name="Key">The sense key ("volcano%1:17:01::"), which stays when offsets change (senseidx(5WN)).</param>
internal sealed record Sense(string Word, int Number, Synset Synset, int TagCount, string Key);
