namespace Reelsmith.Script.WordNet;

/// <summary>A link from one synset to another.</summary>
/// <param name="SourceWord">From 1: the word of the source synset that is meant; 0: the whole synset.</param>
/// <param name="TargetWord">From 1: the word of the target synset that is meant; 0: the whole synset.</param>
internal readonly record struct Pointer(Relation Relation, SynsetId Target, int SourceWord, int TargetWord);
