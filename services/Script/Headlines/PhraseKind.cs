namespace Reelsmith.Script.Headlines;

/// <summary>What a phrase is, best headline first.</summary>
internal enum PhraseKind
{
    /// <summary>A whole sentence.</summary>
    Sentence,

    /// <summary>A clause between punctuation marks.</summary>
    Clause,

    /// <summary>The beginning or the end of a clause, cut where a phrase ends.</summary>
    Part,

    /// <summary>A noun with what belongs to it.</summary>
    NounPhrase,
}
