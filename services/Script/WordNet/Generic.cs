using System.Collections.Frozen;

namespace Reelsmith.Script.WordNet;

/// <summary>Words that are known and yet no topic.</summary>
internal static class Generic
{
    private static readonly FrozenSet<string> s_nouns = Set(
        "thing way time stuff kind sort type lot bit part example fact idea topic subject question answer problem reason video film clip one two "
        + "three something someone anything everything nothing anyone everyone it us in as at a i he who do be so case point matter word day year use "
        + "number end place side best");

    private static readonly FrozenSet<string> s_verbs = Set(
        "work make do happen exist be have get come go become need mean function use want look form like take seem matter start begin keep let "
        + "create produce cause call occur");

    private static readonly FrozenSet<string> s_adjectives = Set(
        "important good bad useful special famous popular interesting called so different made great cool amazing necessary possible");

    public static bool IsNoun(string word) => s_nouns.Contains(word.ToLowerInvariant());

    public static bool IsVerb(string word) => s_verbs.Contains(word.ToLowerInvariant());

    public static bool IsAdjective(string word) => s_adjectives.Contains(word.ToLowerInvariant());

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
