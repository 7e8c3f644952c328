namespace Reelsmith.Contracts;

/// <summary>How long a line of a caption may be.</summary>
public static class CaptionWidth
{
    /// <summary>Characters a line: wide pictures 42, tall ones 18, others 24; half as many in Chinese and Japanese.</summary>
    public static int MaxCharacters(VideoFormat format, string language)
    {
        var aspect = (double)format.Width / format.Height;
        var wide = aspect > 1.2;
        if (IsWide(language)) return wide ? 20 : aspect < 0.7 ? 9 : 12;
        return wide ? 42 : aspect < 0.7 ? 18 : 24;
    }

    /// <summary>Whether a language is written in characters as wide as they are high.</summary>
    public static bool IsWide(string language) => language.Split('-')[0] is "zh" or "ja" or "yue";

    /// <summary>The length of a text in characters of its language: in Chinese and Japanese a Latin letter counts half, elsewhere a Han character twice.</summary>
    public static double Of(string text, string language)
    {
        var wide = IsWide(language);
        double length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format) continue;
            var full = rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFF;
            length += (wide, full) switch { (true, false) => 0.5, (false, true) => 2, _ => 1 };
        }
        return length;
    }
}
