using System.Collections.Frozen;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Selection;

/// <summary>Whether a sentence can be understood when the one before it is left out.</summary>
internal static class Dependence
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_openers = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["de"] = Set("er sie es und aber oder doch denn dann deshalb daher dieser diese dieses ihm ihn ihr da dort so also jedoch trotzdem dabei damit dazu"),
        ["fr"] = Set("il elle ils elles et mais ou donc or car alors puis cependant ce cet cette ces celui celle là ainsi pourtant"),
        ["es"] = Set("él ella ellos ellas y pero o entonces luego así este esta esto estos estas ese esa eso sin embargo además"),
        ["it"] = Set("egli ella esso lui lei loro e ma o allora poi così quindi questo questa questi queste però tuttavia inoltre"),
        ["pt"] = Set("ele ela eles elas e mas ou então depois assim este esta isto esse essa isso porém além"),
        ["nl"] = Set("hij zij ze het en maar of toen dan dus deze dit die dat daar daarom echter toch"),
        ["sv"] = Set("han hon den det de och men eller då sedan därför denna detta dessa dock"),
        ["ru"] = Set("он она оно они и но а или тогда потом поэтому этот эта это эти однако там так затем"),
        ["uk"] = Set("він вона воно вони і й та але а або тоді потім тому цей ця це ці однак там так"),
        ["pl"] = Set("on ona ono oni one i ale a lub wtedy potem dlatego ten ta to te jednak tam tak"),
        ["tr"] = Set("o onlar ve ama fakat veya sonra bu şu bunun böylece ancak"),
        ["ar"] = Set("هو هي هم ثم لكن ولكن وهو وهي هذا هذه ذلك تلك فقال وقال"),
        ["zh"] = Set("他 她 它 但 而 于是 於是 然而 因此 所以 接着 接著 然后 然後 这 這 那 不过 不過 可是 但是"),
        ["ja"] = Set("彼 彼女 しかし そして それ これ その この だから すると でも また"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool HangsOnPrevious(Sentence sentence, string language)
    {
        if (sentence.Continues) return true;
        if (sentence.List > 0) return false;
        var text = sentence.Text.TrimStart('"', '“', '‘', '«', '„', '「', '『', '—', '-', ' ', '(');
        var primary = SpokenLanguage.Primary(language);
        if (SpokenLanguage.IsEastAsian(primary)) return s_openers.TryGetValue(primary, out var starts) && starts.Any(s => text.StartsWith(s, StringComparison.Ordinal));
        var first = Words.In(text).FirstOrDefault();
        if (first.Text is null) return true;
        if (char.IsLower(first.Text[0])) return true;
        var lower = first.Lower;
        if (primary != "en") return s_openers.TryGetValue(primary, out var openers) && openers.Contains(lower);
        // "It was a cold night", "There was a king", "I …", "We …" and "You …" stand by themselves; "This story …" hangs on nothing when a noun follows at once.
        if (lower is "i" or "we" or "you" or "my" or "our" or "there" or "now" or "for") return false;
        return EnglishWords.Connectives.Contains(lower) || EnglishWords.Pronouns.Contains(lower);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
