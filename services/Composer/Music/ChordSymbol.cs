namespace Reelsmith.Composer.Music;

/// <summary>A chord of a key, written as its step and what is added: "1", "6", "4+9" (added ninth), "2+7" (seventh), "5s" (suspended
/// fourth for the third), "1/3" (third in the bass), "5/5" (fifth in the bass).</summary>
/// <param name="Step">1 to 7.</param>
/// <param name="Added">7 or 9, or 0.</param>
/// <param name="BassTone">1, 3 or 5: which tone lies in the bass.</param>
internal sealed record ChordSymbol(int Step, int Added, bool Suspended, int BassTone)
{
    public static ChordSymbol Parse(string text)
    {
        var bass = text.IndexOf('/', StringComparison.Ordinal);
        var added = text.IndexOf('+', StringComparison.Ordinal);
        return new ChordSymbol(text[0] - '0', added > 0 ? text[added + 1] - '0' : 0, text.Contains('s', StringComparison.Ordinal), bass > 0 ? text[bass + 1] - '0' : 1);
    }

    /// <summary>A phrase: chords with spaces between.</summary>
    public static IReadOnlyList<ChordSymbol> Phrase(string text) => [.. text.Split(' ').Select(Parse)];
}
