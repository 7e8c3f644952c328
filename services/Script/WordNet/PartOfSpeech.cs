namespace Reelsmith.Script.WordNet;

internal enum PartOfSpeech
{
    Noun,
    Verb,
    Adjective,
    Adverb,
}
