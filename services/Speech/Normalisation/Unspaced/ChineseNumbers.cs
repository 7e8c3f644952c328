using System.Text;
using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.Unspaced;

/// <summary>Numbers as Chinese reads them.</summary>
internal static partial class ChineseNumbers
{
    private const string Digits = "零一二三四五六七八九";
    private const int LongestCardinal = 16;

    private static readonly string[] Places = ["", "十", "百", "千"];
    private static readonly string[] Groups = ["", "万", "亿", "兆"];

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["℃"] = "摄氏度",
        ["°C"] = "摄氏度",
        ["°F"] = "华氏度",
        ["°"] = "度",
        ["km²"] = "平方公里",
        ["km2"] = "平方公里",
        ["km/h"] = "公里每小时",
        ["km"] = "公里",
        ["kg"] = "公斤",
        ["cm"] = "厘米",
        ["mm"] = "毫米",
        ["m²"] = "平方米",
        ["m2"] = "平方米",
        ["m³"] = "立方米",
        ["m3"] = "立方米",
        ["m"] = "米",
    };

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal) { ["$"] = "美元", ["¥"] = "元", ["€"] = "欧元", ["£"] = "英镑" };

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["%"] = "百分号",
        ["&"] = "和",
        ["+"] = "加",
        ["="] = "等于",
        ["×"] = "乘以",
        ["÷"] = "除以",
        ["℃"] = "摄氏度",
        ["°"] = "度",
        ["@"] = "艾特",
        ["~"] = "到",
        ["～"] = "到",
    };

    /// <summary>A symbol that stands alone; "" for one without a name.</summary>
    public static string Symbol(string shown) => Symbols.GetValueOrDefault(shown, "");

    /// <param name="number">Digits with signs, separators and a unit, compatibility forms resolved.</param>
    /// <param name="text">The narration, in which it stands from <paramref name="start"/> to <paramref name="end"/>.</param>
    public static string Read(string number, string text, int start, int end)
    {
        var match = Shape().Match(number);
        if (!match.Success) return string.Concat(number.Where(char.IsAsciiDigit).Select(Digit));
        var value = match.Groups["value"].Value;
        var sign = match.Groups["sign"].Length > 0 ? "负" : "";
        var unit = match.Groups["unit"].Value;
        var currency = Currencies.GetValueOrDefault(match.Groups["currency"].Value, "");
        var spoken = Value(value, text, start, end);
        return unit is "%" or "‰" ? (unit == "%" ? "百分之" : "千分之") + sign + spoken : sign + spoken + Units.GetValueOrDefault(unit, "") + currency;
    }

    private static string Value(string value, string text, int start, int end)
    {
        if (Clock().Match(value) is { Success: true } clock)
        {
            return Cardinal(clock.Groups[1].Value) + "点" + (clock.Groups[2].Value == "00" ? "" : Cardinal(clock.Groups[2].Value.TrimStart('0')) + "分");
        }
        if (value.Split('/') is [var above, var below] && (above + below).All(char.IsAsciiDigit)) return Cardinal(below) + "分之" + Cardinal(above);
        var digits = value.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (digits.Split('.') is [var whole, var fraction] && (whole + fraction).All(char.IsAsciiDigit)) return Cardinal(whole) + "点" + string.Concat(fraction.Select(Digit));
        var plain = digits.Length == value.Length && digits.All(char.IsAsciiDigit);
        if (!digits.All(char.IsAsciiDigit)) return string.Concat(digits.Where(char.IsAsciiDigit).Select(Digit));
        var year = plain && digits.Length == 4 && end < text.Length && text[end] is '年';
        var code = plain && (digits.Length > LongestCardinal || (digits.Length > 1 && digits[0] == '0') || (digits.Length == 11 && digits[0] == '1'));
        if (year || code) return string.Concat(digits.Select(Digit));
        // 两 counts things, 二 numbers them
        return digits == "2" && !(start > 0 && text[start - 1] is '第' or '月') && end < text.Length && "个只座种位条次年天家本张名块件".Contains(text[end], StringComparison.Ordinal) ? "两" : Cardinal(digits);
    }

    /// <summary>1350 → 一千三百五十, 10 → 十, 20008 → 二万零八.</summary>
    public static string Cardinal(string digits)
    {
        digits = digits.TrimStart('0');
        if (digits.Length == 0) return "零";
        if (digits.Length > LongestCardinal) return string.Concat(digits.Select(Digit));
        var spoken = new StringBuilder();
        var zero = false;
        for (var group = (digits.Length - 1) / 4; group >= 0; group--)
        {
            var end = digits.Length - (group * 4);
            var part = digits[Math.Max(0, end - 4)..end];
            var any = false;
            for (var i = 0; i < part.Length; i++)
            {
                if (part[i] == '0')
                {
                    zero = spoken.Length > 0;
                    continue;
                }
                if (zero) spoken.Append('零');
                zero = false;
                any = true;
                spoken.Append(Digit(part[i])).Append(Places[part.Length - 1 - i]);
            }
            if (any) spoken.Append(Groups[group]);
        }
        return spoken.Length >= 2 && spoken[0] == '一' && spoken[1] == '十' ? spoken.ToString(1, spoken.Length - 1) : spoken.ToString();
    }

    private static char Digit(char digit) => Digits[digit - '0'];

    [GeneratedRegex(@"^(?<sign>[-−])?(?<currency>[$¥€£])?(?<value>[\d,，.:/]*\d)(?<unit>[^\d,.:/].*)?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(\d{1,2})[:：](\d{2})$")]
    private static partial Regex Clock();
}
