using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace Reelsmith.Video.Typography;

/// <summary>The fonts of one style in one language, best first: which of them draws a cluster of text.</summary>
internal sealed class FontChain(FontCatalogue catalogue, Func<string, LoadedFont?> open, LoadedFont primary, string language, bool serif)
{
    private readonly ConcurrentDictionary<string, LoadedFont?> _chosen = new(StringComparer.Ordinal);

    public LoadedFont Primary { get; } = primary;

    /// <summary>The font of a grapheme cluster, or null when no installed font has all of its characters: it is then left out.</summary>
    public LoadedFont? FontOf(string cluster) => _chosen.GetOrAdd(cluster, Choose);

    private LoadedFont? Choose(string cluster)
    {
        var runes = cluster.EnumerateRunes().Where(r => !Ignorable(r)).Select(r => r.Value).ToArray();
        if (runes.Length == 0) return Primary;
        if (IsEmoji(cluster, runes[0]) && open("Noto Color Emoji") is { } emoji && emoji.Has(runes[0])) return emoji;
        if (IsWideInChinese(runes[0]) && CjkLanguage is { } cjk && !cjk.StartsWith("ko", StringComparison.Ordinal) && open(CjkFamily(Script.Han)) is { } han) return han;
        if (runes.All(Primary.Has)) return Primary;
        return Candidates(runes[0]).Select(open).FirstOrDefault(font => font is not null && runes.All(font.Has));
    }

    private IEnumerable<string> Candidates(int rune)
    {
        var script = UnicodeFunctions.Default.GetScript(rune);
        if (IsCjk(script) || (IsCommon(script) && CjkLanguage is not null)) yield return CjkFamily(script);
        if (ScriptFonts.Name(script) is { } name)
        {
            if (serif && name == "Arabic") yield return "Noto Naskh Arabic";
            if (serif) yield return $"Noto Serif {name}";
            yield return $"Noto Sans {name}";
            yield return $"Noto Serif {name}";
        }
        if (serif) yield return "Noto Serif";
        yield return "Noto Sans";
        yield return "Noto Sans Symbols";
        yield return "Noto Sans Symbols2";
        yield return "Noto Sans Math";
        yield return "Noto Color Emoji";
        yield return CjkFamily(script);
        foreach (var family in catalogue.Families.Where(f => f.StartsWith("Noto", StringComparison.Ordinal)).Order(StringComparer.Ordinal)) yield return family;
    }

    private string? CjkLanguage => language.Split('-')[0] switch { "zh" or "yue" or "ja" or "ko" => language, _ => null };

    private string CjkFamily(Script script) => "Noto Sans CJK " + (CjkLanguage switch
    {
        "ja" => "JP",
        "ko" => "KR",
        { } l when l.StartsWith("ja-", StringComparison.Ordinal) => "JP",
        { } l when l.StartsWith("ko-", StringComparison.Ordinal) => "KR",
        { } l when l.Contains("HK", StringComparison.OrdinalIgnoreCase) || l.StartsWith("yue", StringComparison.Ordinal) => "HK",
        { } l when l.Contains("Hant", StringComparison.OrdinalIgnoreCase) || l.Contains("TW", StringComparison.OrdinalIgnoreCase) => "TC",
        null when script == Script.Hiragana || script == Script.Katakana => "JP",
        null when script == Script.Hangul => "KR",
        _ => "SC",
    });

    private static bool IsCjk(Script script) => script == Script.Han || script == Script.Hiragana || script == Script.Katakana || script == Script.Hangul || script == Script.Bopomofo;

    // Quotation marks, dashes and dots that are a full em wide in Chinese and Japanese, though Latin fonts have them too.
    private static bool IsWideInChinese(int rune) => rune is 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2014 or 0x2026 or 0xB7;

    private static bool IsCommon(Script script) => script == Script.Common || script == Script.Inherited;

    // UTS #51: a variation selector 16 asks for the picture; from 1F000 on pictures are the default.
    private static bool IsEmoji(string cluster, int first) => cluster.Contains('\uFE0F', StringComparison.Ordinal) || first is >= 0x1F000 and < 0x1FB00 || first is 0x2705 or 0x2728 or 0x274C or 0x2757 or 0x2753 or 0x2B50 or 0x26A1 or 0x2614 or 0x231A or 0x231B or 0x23F0 or 0x23F3;

    private static bool Ignorable(Rune rune) => rune.Value is 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
