using System.Collections.Frozen;

namespace Reelsmith.Script.WordNet;

/// <summary>The closed classes of English words, as far as glosses use them.</summary>
internal static class FunctionWords
{
    public static FrozenSet<string> Determiners { get; } = Set(
        "a an the any some each every either neither both all several various many numerous most this that these those one two three four five "
        + "six seven eight nine ten another his her its their our certain what whatever someone somebody something anyone anything whoever no");

    public static FrozenSet<string> Prepositions { get; } = Set(
        "of in on at by for with without from to into onto over under above below between among through during against across along around "
        + "about after before behind beneath beside beyond near off out toward towards up upon via within as than like until since per except "
        + "such because inside outside throughout including if");

    public static FrozenSet<string> Relatives { get; } = Set("that which who whom whose where when while whereby wherein how why");

    public static FrozenSet<string> Conjunctions { get; } = Set("and or but nor yet so");

    public static FrozenSet<string> Auxiliaries { get; } = Set(
        "is are was were be been being am has have had do does did can could will would shall should may might must");

    public static FrozenSet<string> Frequencies { get; } = Set(
        "usually often sometimes generally commonly typically especially mainly chiefly mostly normally now formerly originally widely once "
        + "frequently popularly occasionally primarily");

    /// <summary>Past participles that do not end in -ed.</summary>
    public static FrozenSet<string> IrregularParticiples { get; } = Set(
        "cut set found made grown eaten known born worn sung built held kept written given taken sold shown drawn thrown driven spoken bred bound lost woven drunk spread");

    /// <summary>Where a noun phrase without its modifiers after the noun ends.</summary>
    public static bool EndsNounPhrase(string word) =>
        Prepositions.Contains(word) || Relatives.Contains(word) || Auxiliaries.Contains(word) || Frequencies.Contains(word)
        || word is "having" or "used" or "made" or "characterized" or "containing" or "consisting" or "resulting" or "living" or "occurring"
            or "located" or "situated" or "considered" or "composed" or "so" or "not" or "too" or "resembling" or "eaten" or "born" or "known"
            or "producing" or "bearing" or "extending" or "leading" or "causing" or "caused" or "grown" or "found" or "formed" or "belonging";

    /// <summary>Words that carry no topic.</summary>
    public static bool IsFunctionWord(string word) =>
        Determiners.Contains(word) || Prepositions.Contains(word) || Relatives.Contains(word) || Conjunctions.Contains(word)
        || Auxiliaries.Contains(word) || Frequencies.Contains(word) || word is "it" or "they" or "them" or "he" or "she" or "him" or "you" or "i"
            or "we" or "us" or "not" or "very" or "more" or "less" or "only" or "just" or "other" or "there" or "ever" or "also" or "too" or "own";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
