namespace Reelsmith.Script.Languages;

/// <summary>Which script a character belongs to (Unicode blocks).</summary>
internal static class WritingSystems
{
    private static readonly int s_count = Enum.GetValues<WritingSystem>().Length;

    public static WritingSystem Of(char c) => c switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => WritingSystem.Latin,
        < '\u00AA' => WritingSystem.None,
        (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') => WritingSystem.Latin,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => WritingSystem.Greek,
        >= '\u0400' and <= '\u052F' => WritingSystem.Cyrillic,
        >= '\u0531' and <= '\u058F' => WritingSystem.Armenian,
        >= '\u05D0' and <= '\u05F4' => WritingSystem.Hebrew,
        (>= '\u0620' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => WritingSystem.Arabic,
        >= '\u0900' and <= '\u097F' => WritingSystem.Devanagari,
        >= '\u0980' and <= '\u09FF' => WritingSystem.Bengali,
        >= '\u0B80' and <= '\u0BFF' => WritingSystem.Tamil,
        >= '\u0E01' and <= '\u0E7F' => WritingSystem.Thai,
        >= '\u10A0' and <= '\u10FF' => WritingSystem.Georgian,
        (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F') or (>= '\uAC00' and <= '\uD7A3') => WritingSystem.Hangul,
        (>= '\u3041' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') => WritingSystem.Kana,
        (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '々' => WritingSystem.Han,
        _ => WritingSystem.None,
    };

    /// <summary>Characters of each script, indexed by <see cref="WritingSystem"/>.</summary>
    public static int[] Count(ReadOnlySpan<char> text)
    {
        var counts = new int[s_count];
        foreach (var c in text) counts[(int)Of(c)]++;
        return counts;
    }

    /// <summary>Whether the character is written without spaces between words: Han, kana, Thai.</summary>
    public static bool IsUnspaced(char c) => Of(c) is WritingSystem.Han or WritingSystem.Kana or WritingSystem.Thai;

    /// <summary>Han or kana.</summary>
    public static bool IsEastAsian(char c) => Of(c) is WritingSystem.Han or WritingSystem.Kana;
}
