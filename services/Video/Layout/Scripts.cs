using System.Text;

namespace Reelsmith.Video.Layout;

/// <summary>Tells scripts apart.</summary>
internal static class Scripts
{
    /// <summary>The script of most of a text's letters; of the language when the text has none.</summary>
    public static Script Of(string? text, string language)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsCjk(rune.Value)) counts[(int)Script.Cjk] += 2;
            else if (IsRightToLeft(rune.Value)) counts[(int)Script.RightToLeft]++;
            else if (rune.Value is >= 0x0900 and <= 0x109F or >= 0x1780 and <= 0x17FF) counts[(int)Script.Tall]++;
            else if (Rune.IsLetter(rune)) counts[(int)Script.Spaced]++;
        }
        var most = 0;
        for (var script = 1; script < counts.Length; script++) if (counts[script] > counts[most]) most = script;
        return counts[most] > 0 ? (Script)most : OfLanguage(language);
    }

    public static Script OfLanguage(string language) => Primary(language) switch
    {
        "zh" or "ja" or "ko" or "yue" or "cmn" => Script.Cjk,
        "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" or "ckb" => Script.RightToLeft,
        "th" or "hi" or "bn" or "ta" or "te" or "kn" or "ml" or "mr" or "ne" or "gu" or "pa" or "si" or "lo" or "km" or "my" => Script.Tall,
        _ => Script.Spaced,
    };

    public static string Primary(string language) => language.Split('-', '_')[0].ToLowerInvariant();

    public static bool IsCjk(int rune) => rune is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFF60 or >= 0x20000 and <= 0x3FFFF;

    /// <summary>Scripts that put no space between words.</summary>
    public static bool IsUnspaced(int rune) => IsCjk(rune) && rune is not (>= 0xAC00 and <= 0xD7AF) || rune is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF;

    private static bool IsRightToLeft(int rune) => rune is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF;
}
