using System.Globalization;
using System.Text;

namespace Reelsmith.Video.Typography;

/// <summary>Bidirectional character types (UAX #9, table 4), without those of explicit embeddings.</summary>
internal enum BidiClass
{
    Left,
    Right,
    ArabicLetter,
    EuropeanNumber,
    EuropeanSeparator,
    EuropeanTerminator,
    ArabicNumber,
    CommonSeparator,
    NonspacingMark,
    Neutral,
}

internal static class BidiClasses
{
    /// <summary>The type of a character, by its block and general category.</summary>
    public static BidiClass Of(Rune rune)
    {
        var c = rune.Value;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format && c is not (0x200E or 0x200F)) return BidiClass.NonspacingMark;
        return c switch
        {
            0x200F => BidiClass.Right,
            >= '0' and <= '9' or >= 0x06F0 and <= 0x06F9 or 0xB2 or 0xB3 or 0xB9 or >= 0x2070 and <= 0x2079 or >= 0x2080 and <= 0x2089 => BidiClass.EuropeanNumber,
            '+' or '-' or 0x207A or 0x207B or 0x2212 => BidiClass.EuropeanSeparator,
            '#' or '$' or '%' or >= 0xA2 and <= 0xA5 or 0xB0 or 0xB1 or 0x066A or >= 0x2030 and <= 0x2034 or >= 0x20A0 and <= 0x20CF or 0x212E => BidiClass.EuropeanTerminator,
            ',' or '.' or '/' or ':' or 0xA0 or 0x060C or 0x202F or 0x2044 => BidiClass.CommonSeparator,
            >= 0x0660 and <= 0x0669 or 0x066B or 0x066C or 0x06DD or >= 0x0600 and <= 0x0605 => BidiClass.ArabicNumber,
            >= 0x0590 and <= 0x05FF or >= 0x07C0 and <= 0x085F or >= 0xFB1D and <= 0xFB4F or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF => BidiClass.Right,
            >= 0x0608 and <= 0x07BF or >= 0x0860 and <= 0x08FF or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFE => BidiClass.ArabicLetter,
            _ => category switch
            {
                <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber => BidiClass.Left,
                _ => BidiClass.Neutral,
            },
        };
    }
}
