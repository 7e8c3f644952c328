using System.Text.RegularExpressions;
using Reelsmith.Contracts;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;

namespace Reelsmith.Script.Scenes;

/// <summary>Finds a figure worth a scene of its own: a share, a sum of money, a measure or a large count; no years, dates, times or small counts.</summary>
internal static partial class FigureFinder
{
    private const double SmallestCount = 20;
    private const int MostLabelWords = 7;

    /// <summary>The most salient figure of a narration and how salient it is (0 to 1), or null.</summary>
    public static (Figure Figure, double Salience)? Find(string narration, string language)
    {
        (Figure, double)? best = null;
        var bestSalience = 0.0;
        foreach (Match match in (SpokenLanguage.IsUnspaced(language) ? EastAsian() : Spaced()).Matches(narration))
        {
            if (Read(narration, match, language) is not { } found || found.Salience <= bestSalience) continue;
            bestSalience = found.Salience;
            best = found;
        }
        return best;
    }

    private static (Figure Figure, double Salience)? Read(string text, Match match, string language)
    {
        var number = match.Groups["n"].Value;
        var currency = match.Groups["c"].Value;
        var scale = match.Groups["s"].Value.Trim();
        var unit = match.Groups["u"].Value.Trim();
        var start = currency.Length > 0 ? match.Groups["c"].Index : match.Groups["n"].Index;
        if (start > 0 && IsInsideWord(text, start)) return null;
        var end = match.Index + match.Length;
        if (end + 1 < text.Length && text[end] is ':' or '/' or '-' or '–' && char.IsDigit(text[Math.Min(end + 1, text.Length - 1)])) return null;
        var value = Value(number, language);
        var plain = currency.Length == 0 && scale.Length == 0 && unit.Length == 0;
        if (plain && (IsYear(text[..start], text[end..], number, value) || value < SmallestCount || Name().IsMatch(text[..start]) || Month().IsMatch(text[end..]))) return null;
        if (unit == "年" && value is > 999 and < 2150) return null;
        if (unit.Length > 0 && IsShare(unit)) unit = "%";
        // A few of something is no figure; a share or a sum always is.
        if (unit is not "%" && currency.Length == 0 && scale.Length == 0 && value < 4) return null;
        if (unit is not "%" && TimeUnit().IsMatch(unit) && value < 24) return null;
        var shown = currency.Length > 0 && currency.Length < 3 ? currency + number : number;
        var after = Join(scale, unit, currency.Length >= 3 ? currency : "");
        if (shown.Length > StoryboardLimits.FigureCharacters || after.Length > StoryboardLimits.FigureCharacters) return null;
        var label = Label(text, start, end, language);
        var salience = unit == "%" ? 0.9 : currency.Length > 0 ? 0.9 : scale.Length > 0 ? 0.95 : unit.Length > 0 ? 0.7 : value >= 1000 ? 0.75 : 0.5;
        if (label is null) salience -= 0.15;
        return (new Figure { Value = shown, Unit = after.Length == 0 ? null : after, Label = label }, salience);
    }

    private static bool IsInsideWord(string text, int start)
    {
        var before = text[start - 1];
        if (char.IsLetterOrDigit(before)) return !WritingSystems.IsUnspaced(before);
        return before is ':' or '/' or '.' or '-' or ',' && start > 1 && char.IsLetterOrDigit(text[start - 2]);
    }

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(p => p.Length > 0));

    private static bool IsShare(string unit) => Share().IsMatch(unit);

    private static double Value(string number, string language)
    {
        var comma = SpokenLanguage.Primary(language) is "en" or "zh" or "ja" or "ko" or "th" or "hi" or "he";
        var plain = comma ? number.Replace(",", "", StringComparison.Ordinal) : number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        plain = plain.Replace(" ", "", StringComparison.Ordinal).TrimStart('−', '-', '+');
        return double.TryParse(plain, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;
    }

    private static bool IsYear(string before, string after, string number, double value)
    {
        if (number.Length is < 3 or > 4 || number.Any(c => !char.IsDigit(c)) || value > 2150) return false;
        if (YearBefore().IsMatch(before) || YearAfter().IsMatch(after)) return true;
        // Four digits without a separator are a year unless things are counted.
        return number.Length == 4 && value >= 1000 && !CountedAfter().IsMatch(after);
    }

    /// <summary>What is counted: the words after the figure up to the end of the phrase, else the subject before it.</summary>
    private static string? Label(string text, int start, int end, string language)
    {
        if (SpokenLanguage.IsUnspaced(language))
        {
            var clause = EastAsianAfter().Match(text[end..]).Value.Trim('的');
            if (clause.Length is >= 2 and <= 12) return clause;
            var before = EastAsianBefore().Match(text[..start]).Value;
            return before.Length is >= 2 and <= 12 ? before : null;
        }
        var links = new LinkWords(language);
        var after = Words.In(text[end..]);
        var label = Take(text[end..], after, links, language);
        if (label is not null) return label;
        var clauseStart = text.LastIndexOfAny(['.', ',', ';', ':', '!', '?', '—', '(', '“', '"'], Math.Max(0, start - 1)) + 1;
        if (start <= clauseStart) return null;
        var subject = text[clauseStart..start];
        var words = Words.In(subject);
        var verb = words.FindIndex(w => EnglishWords.Verbs.Contains(w.Lower) || Measures().IsMatch(w.Lower));
        if (verb < 1) return null;
        words = words[..verb];
        while (words.Count > 0 && links.IsConjunction(words[0].Lower)) words.RemoveAt(0);
        if (words.Count is 0 or > MostLabelWords || (words.Count == 1 && EnglishWords.IsFunction(words[0].Lower))) return null;
        return subject[words[0].Start..words[^1].End];
    }

    private static string? Take(string text, List<Word> words, LinkWords links, string language)
    {
        var english = SpokenLanguage.Primary(language) == "en";
        var taken = 0;
        var previousEnd = 0;
        for (var i = 0; i < words.Count && taken < MostLabelWords; i++)
        {
            var between = text[previousEnd..words[i].Start];
            if (between.Trim().Length > 0) break;
            var lower = words[i].Lower;
            var of = lower is "of" or "de" or "der" or "des" or "del" or "di" or "von" or "van" or "in" or "per" or "the";
            if (!of && (links.IsConjunction(lower) || (english && (EnglishWords.Verbs.Contains(lower) || (links.IsPreposition(lower) && taken > 0 && lower is not "on" and not "for"))))) break;
            if (!of && !english && links.IsPreposition(lower)) break;
            taken = i + 1;
            previousEnd = words[i].End;
        }
        while (taken > 0 && (links.OpensOnly(words[taken - 1].Lower) || EnglishWords.IsFunction(words[taken - 1].Lower))) taken--;
        if (taken == 0) return null;
        // "high", "long" alone say how it is measured, not what.
        if (taken == 1 && words[0].Lower is "high" or "long" or "wide" or "deep" or "tall" or "away" or "old" or "ago" or "hoch" or "lang") return null;
        return text[words[0].Start..words[taken - 1].End];
    }

    private const string Number = @"(?<n>[−-]?\d{1,3}(?:[,. \u2009']\d{3})+(?:[.,]\d{1,2})?|[−-]?\d+(?:[.,]\d{1,3})?)";

    [GeneratedRegex(@"(?<c>[$€£¥₹]|US\$)?\s?" + Number + @"(?<s>\s(?:thousand|million|billion|trillion|Millionen|Million|Milliarden|Milliarde|Mio\.|Mrd\.|millions?|milliards?|millones|millón|milioni|miliardi|milhões|miljoen|miljard|миллион(?:ов|а)?|миллиард(?:ов|а)?|тысяч[аи]?|млн|млрд|مليون|مليار|ألف)\b)?(?:\s?(?<u>%|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b|per cento\b|procent\b|процент(?:ов|а)?\b|بالمئة|°C|°F|°|degrees(?: Celsius| Fahrenheit)?\b|Grad\b|km/h\b|mph\b|km²|km2\b|square kilomet(?:er|re)s\b|square miles\b|kilomet(?:er|re)s?\b|Kilometer\b|met(?:er|re)s?\b|Meter\b|miles\b|feet\b|foot\b|inches\b|km\b|cm\b|mm\b|m\b|kilograms?\b|kg\b|milligrams?\b|mg\b|grams\b|tons\b|tonnes\b|Tonnen\b|pounds\b|lit(?:er|re)s\b|watts\b|kWh\b|MW\b|GW\b|GB\b|TB\b|MB\b|hours\b|minutes\b|seconds\b|years\b|days\b|Jahre\b|ans\b|años\b|anni\b|лет\b|км\b))?(?:\s(?<c2>dollars|euros|Euro|pounds sterling|yuan|yen|rubles)\b)?")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"(?<c>[$€£¥￥])?(?<n>[−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[−-]?\d+(?:\.\d+)?)(?<s>[万萬亿億千百]+)?(?<u>%|％|平方公里|平方千米|立方米|公里|千米|公尺|米|厘米|公斤|千克|吨|噸|摄氏度|攝氏度|度|元|美元|日元|人|种|種|个|個|座|年(?=[的前后後，。以])|岁|歲|小时|小時|分钟|分鐘|天|倍|キロメートル|メートル|キロ|円|億円|万人)?")]
    private static partial Regex EastAsian();

    [GeneratedRegex("^(?:%|％|percent|per cent|Prozent|pour cent|por ciento|per cento|procent|процент|بالمئة)", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex("^(?:hours|minutes|seconds|days|years|Jahre|ans|años|anni|лет|年|岁|歲|小时|小時|分钟|分鐘|天|feet|foot|m|元|人|个|個|种|種|座)$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeUnit();

    [GeneratedRegex(@"(?:\b(?:in|since|by|from|until|till|to|of|year|around|about|circa|c\.|before|after|during|between|and|early|late|seit|im Jahr|Jahr|bis|von|vor|nach|en|depuis|année|desde|hasta|año|dal|nel|в|с|до)|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2},)?|\()\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"^\s*(?:年|BCE?\b|AD\b|CE\b|г\.|году?\b|s\b|\))")]
    private static partial Regex YearAfter();

    [GeneratedRegex(@"^\s(?!(?:was|is|and|the|to|in|by|when|he|she|it|they|had|a|an|as|for|with|at|on|saw|marked|brought)\b)\p{L}{3,}")]
    private static partial Regex CountedAfter();

    [GeneratedRegex(@"(?:\b(?:No|Nr|Chapter|Kapitel|Page|Seite|Figure|Section|Route|Highway|Apollo|Boeing|Room|Level|Version|Type|World War|nº)\.?|[A-Z]\p{L}+)\s$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:st|nd|rd|th)\b|^\.?\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|a\.?m\.?|p\.?m\.?|o'clock|Uhr)\b")]
    private static partial Regex Month();

    [GeneratedRegex("^(?:measures?|measured|weighs?|weighed|reaches|reached|covers?|covered|contains?|costs?|numbers?|totals?|rises?|exceeds?|ist|sind|hat|war|waren|est|sont|a|avait|es|son|tiene|è|sono|ha|составляет|имеет)$")]
    private static partial Regex Measures();

    [GeneratedRegex("^[^，。！？、；：,.!?;:“”「」（）()]+")]
    private static partial Regex EastAsianAfter();

    [GeneratedRegex("[^，。！？、；：,.!?;:“”「」（）()]+$")]
    private static partial Regex EastAsianBefore();
}
