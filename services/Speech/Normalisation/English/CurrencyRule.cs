using System.Text.RegularExpressions;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Amounts of money: "$3.2 million" → three point two million dollars, "$5.50" → five dollars fifty.</summary>
internal static partial class CurrencyRule
{
    private static readonly Dictionary<string, (string One, string Many, string Cents)> Currencies = new(StringComparer.Ordinal)
    {
        ["$"] = ("dollar", "dollars", "cents"),
        ["US$"] = ("US dollar", "US dollars", "cents"),
        ["€"] = ("euro", "euros", "cents"),
        ["£"] = ("pound", "pounds", "pence"),
        ["¥"] = ("yen", "yen", ""),
        ["₹"] = ("rupee", "rupees", ""),
        ["₩"] = ("won", "won", ""),
        ["₽"] = ("ruble", "rubles", ""),
    };

    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = "thousand",
        ["m"] = "million",
        ["mn"] = "million",
        ["b"] = "billion",
        ["bn"] = "billion",
        ["tn"] = "trillion",
    };

    public static Reading? Amount(AtomContext context)
    {
        var match = Money().Match(context.Core);
        if (!match.Success || !Currencies.TryGetValue(match.Groups["currency"].Value, out var currency)) return null;
        var (amount, sign) = (match.Groups["amount"].Value, match.Groups["sign"].Length > 0 ? "minus " : "");
        if (match.Groups["short"].Value is { Length: > 0 } magnitude) return Reading.InWords($"{sign}{EnglishNumbers.Number(amount)} {Short[magnitude]} {currency.Many}");
        if (context.Joined() && NumberRules.IsMagnitude(context.Next().Core))
        {
            return new Reading(ReadingPart.InWords(1, sign + EnglishNumbers.Number(amount)), ReadingPart.InWords(1, $"{context.Next().Core} {currency.Many}"));
        }
        var parts = amount.Split('.');
        if (parts is [var whole, { Length: 2 } cents] && currency.Cents.Length > 0)
        {
            var minor = cents == "00" ? "" : $" {EnglishNumbers.Cardinal(cents)}{(whole.Trim('0').Length == 0 ? " " + currency.Cents : "")}";
            return Reading.InWords(sign + (whole.Trim('0').Length == 0 && minor.Length > 0 ? minor.Trim() : $"{EnglishNumbers.Number(whole)} {(whole == "1" ? currency.One : currency.Many)}{minor}"));
        }
        return Reading.InWords($"{sign}{EnglishNumbers.Number(amount)} {(amount == "1" ? currency.One : currency.Many)}");
    }

    [GeneratedRegex(@"^(?<sign>[-−–])?(?<currency>US\$|[$€£¥₹₩₽])(?<amount>\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?)(?<short>k|m|mn|b|bn|tn)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Money();
}
