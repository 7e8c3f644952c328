using System.Text;

namespace Reelsmith.Video.Typography;

/// <summary>The Unicode bidirectional algorithm for one line without explicit embeddings (UAX #9: P2–P3, W1–W7, N1–N2, I1–I2, L1–L2).</summary>
internal static class BidiLevels
{
    private static readonly string[] RightToLeftLanguages = ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr"];

    public static bool IsRightToLeft(string language) => RightToLeftLanguages.Contains(language.Split('-')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>0 for a line that runs to the right, 1 to the left: the language's direction, else that of the first strong character.</summary>
    public static int BaseLevel(string text, string language)
    {
        if (IsRightToLeft(language)) return 1;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (BidiClasses.Of(rune))
            {
                case BidiClass.Left: return 0;
                case BidiClass.Right or BidiClass.ArabicLetter: return 1;
            }
        }
        return 0;
    }

    /// <summary>The level of each UTF-16 code unit: even runs to the right, odd to the left.</summary>
    public static int[] Of(string text, int baseLevel)
    {
        var original = new BidiClass[text.Length];
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, i, out var whole) ? whole : Rune.ReplacementChar;
            var length = rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
            original.AsSpan(i, length).Fill(BidiClasses.Of(rune));
            i += length;
        }
        var edge = baseLevel == 1 ? BidiClass.Right : BidiClass.Left;
        var types = (BidiClass[])original.Clone();
        ResolveWeak(types, edge);
        ResolveNeutral(types, edge);
        var levels = new int[text.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = types[i] switch
            {
                BidiClass.Right => baseLevel | 1,
                BidiClass.EuropeanNumber or BidiClass.ArabicNumber => baseLevel + (baseLevel == 1 ? 1 : 2),
                _ => baseLevel == 1 ? 2 : 0,
            };
        }
        for (var i = levels.Length - 1; i >= 0 && char.IsWhiteSpace(text[i]); i--) levels[i] = baseLevel;
        return levels;
    }

    /// <summary>The order in which runs of these levels stand from left to right (L2).</summary>
    public static int[] VisualOrder(IReadOnlyList<int> levels)
    {
        var order = Enumerable.Range(0, levels.Count).ToArray();
        for (var level = levels.DefaultIfEmpty(0).Max(); level > 0; level--)
        {
            for (var start = 0; start < order.Length; start++)
            {
                if (levels[order[start]] < level) continue;
                var end = start;
                while (end < order.Length && levels[order[end]] >= level) end++;
                Array.Reverse(order, start, end - start);
                start = end;
            }
        }
        return order;
    }

    private static void ResolveWeak(BidiClass[] types, BidiClass edge)
    {
        var strong = edge;
        for (var i = 0; i < types.Length; i++) // W1, W2, W3
        {
            if (types[i] == BidiClass.NonspacingMark) types[i] = i == 0 ? edge : types[i - 1];
            if (types[i] is BidiClass.Left or BidiClass.Right or BidiClass.ArabicLetter) strong = types[i];
            if (types[i] == BidiClass.EuropeanNumber && strong == BidiClass.ArabicLetter) types[i] = BidiClass.ArabicNumber;
        }
        for (var i = 0; i < types.Length; i++) if (types[i] == BidiClass.ArabicLetter) types[i] = BidiClass.Right;
        for (var i = 1; i < types.Length - 1; i++) // W4
        {
            var (before, after) = (types[i - 1], types[i + 1]);
            if (before != after) continue;
            if (before == BidiClass.EuropeanNumber && types[i] is BidiClass.EuropeanSeparator or BidiClass.CommonSeparator) types[i] = before;
            if (before == BidiClass.ArabicNumber && types[i] == BidiClass.CommonSeparator) types[i] = before;
        }
        for (var i = 0; i < types.Length; i++) // W5
        {
            if (types[i] != BidiClass.EuropeanTerminator) continue;
            var end = i;
            while (end < types.Length && types[end] == BidiClass.EuropeanTerminator) end++;
            var touches = (i > 0 && types[i - 1] == BidiClass.EuropeanNumber) || (end < types.Length && types[end] == BidiClass.EuropeanNumber);
            types.AsSpan(i, end - i).Fill(touches ? BidiClass.EuropeanNumber : BidiClass.Neutral);
            i = end - 1;
        }
        strong = edge;
        for (var i = 0; i < types.Length; i++) // W6, W7
        {
            if (types[i] is BidiClass.EuropeanSeparator or BidiClass.CommonSeparator) types[i] = BidiClass.Neutral;
            if (types[i] is BidiClass.Left or BidiClass.Right) strong = types[i];
            if (types[i] == BidiClass.EuropeanNumber && strong == BidiClass.Left) types[i] = BidiClass.Left;
        }
    }

    private static void ResolveNeutral(BidiClass[] types, BidiClass edge)
    {
        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] != BidiClass.Neutral) continue;
            var end = i;
            while (end < types.Length && types[end] == BidiClass.Neutral) end++;
            var before = i == 0 ? edge : Side(types[i - 1]);
            var after = end == types.Length ? edge : Side(types[end]);
            types.AsSpan(i, end - i).Fill(before == after ? before : edge);
            i = end - 1;
        }
    }

    private static BidiClass Side(BidiClass type) => type == BidiClass.Left ? BidiClass.Left : BidiClass.Right;
}
