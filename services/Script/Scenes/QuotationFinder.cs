using System.Text.RegularExpressions;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Scenes;

/// <summary>Finds quotations of six words or more.</summary>
internal static partial class QuotationFinder
{
    private const int FewestWords = 6;
    private const int MostWords = 24;

    public static Quoted? Find(string narration, string language)
    {
        Quoted? best = null;
        foreach (Match match in Quotation().Matches(narration))
        {
            var words = match.Groups["w"].Value.Trim();
            if (Fitting(words, language) is not { } fitting) continue;
            var speaker = Speaker(narration[(match.Index + match.Length)..], narration[..match.Index], language);
            if (best is null || (best.Speaker is null && speaker is not null)) best = new Quoted(fitting, speaker);
        }
        return best;
    }

    /// <summary>The quotation, or when it is too long to be shown its best sentences.</summary>
    private static string? Fitting(string words, string language)
    {
        var count = Words.Count(words);
        if (count < FewestWords) return null;
        if (count <= MostWords) return Trimmed(words);
        string? best = null;
        foreach (var (sentence, continues) in SentenceSplitter.Split(words, language))
        {
            if (continues) continue;
            var length = Words.Count(sentence);
            if (length is >= FewestWords and <= MostWords && (best is null || length > Words.Count(best))) best = Trimmed(sentence);
        }
        return best;
    }

    private static string Trimmed(string words) => words.TrimEnd(',', '，', '、', ';', '—', ' ');

    private static string? Speaker(string after, string before, string language)
    {
        if (SpokenLanguage.IsEastAsian(language))
        {
            var named = EastAsianAfter().Match(after) is { Success: true } a ? a : EastAsianBefore().Match(before);
            var name = named.Groups["who"].Value;
            return named.Success && name.Length is >= 2 and <= 8 && !EastAsianPronoun().IsMatch(name) ? name : null;
        }
        foreach (var match in new[] { SaidThenName().Match(after), NameThenSaid().Match(after), NameBefore().Match(before), SaidBefore().Match(before) })
        {
            if (!match.Success) continue;
            var name = match.Groups["who"].Value.Trim().TrimEnd('.');
            var words = Words.In(name);
            if (words.Count == 0 || words.All(w => EnglishWords.Pronouns.Contains(w.Lower)) || Pronoun().IsMatch(name)) continue;
            return char.ToUpper(name[0], System.Globalization.CultureInfo.InvariantCulture) + name[1..];
        }
        return null;
    }

    private const string Said = "said|says|say|cried|cries|asked|replied|answered|exclaimed|whispered|shouted|thought|called|added|wrote|explained|growled|roared|sang|laughed|sighed|muttered|remarked|continued|declared|observed|sagte|rief|fragte|antwortete|sprach|dit|répondit|demanda|cria|dijo|respondió|preguntó|disse|rispose|chiese|сказал|сказала|спросил|спросила|ответил|ответила|zei|vroeg|sade|frågade";
    private const string Who = @"(?<who>(?:(?:the|an?|his|her|my|der|die|das|le|la|les|l['’]|el|il|lo|de|het)\s?)?(?:(?:old|young|little|poor|wise|good|alte|kleine|vieux|vieille|petit|petite)\s)?\p{L}[\p{L}'’-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){0,2})";

    [GeneratedRegex("""[“„«‘](?<w>[^“„”«»]{12,600}?)[”“»]|"(?<w>[^"]{12,600})"|[「『](?<w>[^「『』」]{6,200})[」』]|“(?<w>[^“”]{6,200})”""")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^\s?,?\s?(?:" + Said + @")\s" + Who, RegexOptions.IgnoreCase)]
    private static partial Regex SaidThenName();

    [GeneratedRegex(@"^\s?,?\s?" + Who + @"\s(?:" + Said + @")\b")]
    private static partial Regex NameThenSaid();

    [GeneratedRegex(@"(?:^|[.!?;,]\s|\band\s)" + Who + @"\s(?:\w+ly\s)?(?:" + Said + @")\b[^.!?“""]{0,30}[:,]?\s?$", RegexOptions.IgnoreCase)]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"(?:^|[.!?;,]\s)(?:" + Said + @")\s" + Who + @"\s?[:,]\s?$", RegexOptions.IgnoreCase)]
    private static partial Regex SaidBefore();

    [GeneratedRegex(@"^(?:er|sie|es|ich|il|elle|je|él|ella|yo|lui|lei|он|она|я|hij|zij|han|hon|one|another|nobody|everyone|which|that|then)$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex("^[，,]?(?<who>[\u4E00-\u9FFF\u3041-\u30FF]{2,8}?)(?:笑着|笑著|大声|大聲|高兴地|高興地|着急地|连忙|連忙|对\\S{1,6}|對\\S{1,6})?(?:说|說|道|问|問|喊|叫|答|写道|寫道|は言)")]
    private static partial Regex EastAsianAfter();

    [GeneratedRegex("(?:^|[，。！？、；”」])(?<who>[\u4E00-\u9FFF\u3041-\u30FF]{2,4}?)(?:笑着|笑著|大声|大聲|高兴地|高興地|叹了口气|嘆了口氣|召集[^，。]{1,8}|着急地|连忙|連忙|对[^，。]{1,8}|對[^，。]{1,8})?(?:说|說|道|问|問|喊|叫|答|写道|寫道|は)[：:，,]?$")]
    private static partial Regex EastAsianBefore();

    [GeneratedRegex("^(?:他们|他們|她们|她們|我们|我們|你们|大家|自己|有人)|^[他她它我你](?:们|們)?")]
    private static partial Regex EastAsianPronoun();
}
