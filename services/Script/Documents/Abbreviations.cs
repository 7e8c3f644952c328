using System.Collections.Frozen;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Documents;

/// <summary>Words that end with a full stop which ends no sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> s_always = ("mr mrs ms dr prof st ste mt rev hon gen col capt lt sgt gov sen rep pres messrs mme mlle jr sr " +
        "e.g i.e eg ie cf vs viz approx ca fig figs vol ch pp p ed eds trans art sec dept univ assn bros inc.,ltd.,co., " +
        "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri " +
        "hr fr frl z.b bzw u.a d.h usw.,ggf evtl vgl bspw abs str nr tel geb gest jh jhdt mio mrd " +
        "m mm env av bd p.ex n.b sig sra srta dña ud uds avda núm pág dott sig.ra ing avv sigg ecc., sr.ª exmo dhr mevr bijv o.a d.w.z m.b.t ")
        .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(a => a.Trim('.')).ToFrozenSet(StringComparer.Ordinal);

    // These end a sentence when a new one plainly follows.
    private static readonly FrozenSet<string> s_often = "etc inc ltd co corp usw ecc a.m p.m u.s u.k u.s.a u.n ph.d d.c b.c a.d b.c.e c.e m.d b.a n.y l.a e.u jr sr esq m.a т.д т.п др"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_beforeNumbers = "no nr nos art fig p pp vol ch sec abs st núm n стр г рис".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_openers = ("the a an it he she they we you i this that these those in on at but and so when while after before however there his her their its our my " +
        "what why how who if as for to by with from then now later today der die das er sie es wir ich ein eine in im am le la les il elle un une el los las un una")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a full stop after <paramref name="word"/> belongs to the word.</summary>
    /// <param name="word">The word before the stop, with inner stops ("U.S"), as written.</param>
    /// <param name="next">The word that follows, as written; empty at the end.</param>
    public static bool Holds(string word, string next, string language)
    {
        if (word.Length == 0 || next.Length == 0) return false;
        var lower = word.ToLowerInvariant();
        if (char.IsAsciiDigit(next[0]) && s_beforeNumbers.Contains(lower)) return true;
        if (s_often.Contains(lower)) return !char.IsUpper(next[0]) || !s_openers.Contains(next.ToLowerInvariant());
        if (s_always.Contains(lower)) return lower is not ("art" or "mar" or "fig" or "abs") || char.IsUpper(word[0]);
        // Initials ("J. K. Rowling"), but not the pronoun: "So did I. Then …".
        if (word.Length == 1 && char.IsUpper(word[0])) return word != "I" || (char.IsUpper(next[0]) && !s_openers.Contains(next.ToLowerInvariant()));
        // "z. B.", "d. h.", "u. a.".
        if (word.Length == 1 && char.IsLower(word[0]) && next.Length == 1 && SpokenLanguage.Primary(language) == "de") return true;
        // Ordinals: "am 3. Mai", "den 3. maj".
        return word.Length <= 2 && word.All(char.IsAsciiDigit) && SpokenLanguage.Primary(language) is "de" or "da" or "nb" or "no" or "fi" or "cs" or "hr" or "hu" or "sr";
    }
}
