using System.Text.RegularExpressions;
using Reelsmith.Contracts;
using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;
using Reelsmith.Script.Pictures;

namespace Reelsmith.Script.Scenes;

/// <summary>Finds what a scene enumerates: a list, "First … Second …", or "a, b and c".</summary>
internal sealed partial class PointsFinder(string language, Terms terms, EnglishLexicon lexicon, KeywordPicker keywords)
{
    private const int MostTitleWords = 6;
    private const int MostTitleCharacters = 80;
    private const int MostItemWords = 5;
    private const int SpokenAtWords = 3;

    private readonly PhraseFinder _phrases = new(language, terms, lexicon);
    private readonly LinkWords _links = new(language);
    private readonly bool _unspaced = SpokenLanguage.IsUnspaced(language);
    private readonly bool _english = SpokenLanguage.Primary(language) == "en";

    /// <summary>Two to four points and the sentence or heading that names them; null when the scene enumerates nothing.</summary>
    public (IReadOnlyList<Point> Points, string? Headline, double Strength)? Find(SceneText scene)
    {
        var items = scene.Sentences.Where(s => s.List > 0).Select(s => s.Text).ToArray();
        if (items.Length is >= 2 and <= 4 && items.Length >= scene.Sentences.Count - 1)
        {
            var intro = scene.Sentences.FirstOrDefault(s => s.List == 0)?.Text;
            return (FromItems(items), intro ?? scene.Heading, 2.5);
        }
        var ordered = scene.Sentences.Where(s => Ordinal().IsMatch(s.Text)).Select(s => s.Text).ToArray();
        if (ordered.Length is >= 2 and <= 4 && ordered.Length >= scene.Sentences.Count - 1) return (FromItems(ordered), scene.Heading, 2.2);
        foreach (var sentence in scene.Sentences)
        {
            if (Enumerated(sentence.Text) is not { Count: >= 3 and <= 4 } listed) continue;
            var colon = sentence.Text.Contains(':', StringComparison.Ordinal) || sentence.Text.Contains('：', StringComparison.Ordinal);
            return ([.. listed.Select(i => Titled(i, null, i))], null, colon ? 1.6 : 1.15);
        }
        return null;
    }

    private List<Point> FromItems(string[] items)
    {
        var points = items.Select(Item).ToList();
        // Texts on all points or on none.
        return points.TrueForAll(p => p.Text is not null) ? points : [.. points.Select(p => p with { Text = null })];
    }

    /// <summary>"Term: what it is", "Term – what it is", a short item, or the best phrase of a long one.</summary>
    private Point Item(string item)
    {
        var text = Ordinal().Replace(item, "").Trim();
        var parts = Divider().Split(text, 2);
        var end = text.TrimEnd('.', ';', ',', '。', '；', '，', '!', '！');
        if (parts.Length == 2 && Count(parts[0]) <= MostTitleWords && parts[0].Any(char.IsLetter))
        {
            var rest = parts[1].TrimEnd('.', '。', ' ');
            return Titled(parts[0].Trim(), Count(rest) <= 12 ? Capital(rest) : null, item);
        }
        if (Count(end) <= MostTitleWords) return Titled(end, null, item);
        var comma = end.IndexOfAny([',', '，', ';', '(']);
        if (comma > 0 && Count(end[..comma]) is >= 1 and <= MostTitleWords && (_unspaced || Words.In(end[..comma]).Count >= 2)) return Titled(end[..comma], null, item);
        if (_unspaced) return Titled(new EastAsianHeadlines(terms, new Salience([item], terms, lexicon), null).Best([text], new HashSet<string>())?.Text ?? end, null, item);
        var phrase = _phrases.In(text).Where(p => Words.In(p.Text).Count <= MostTitleWords).OrderBy(p => p.Kind).ThenBy(p => p.Start).FirstOrDefault();
        return Titled(phrase?.Text ?? FirstWords(end, MostTitleWords), null, item);
    }

    private Point Titled(string title, string? text, string item) => new()
    {
        Title = Capital(title.Trim() is { Length: > MostTitleCharacters } lengthy ? lengthy[..MostTitleCharacters] : title.Trim()),
        Text = text,
        Keywords = keywords.PickOwn(title) is { Count: > 0 } own ? [.. own.Concat(keywords.PickOwn(item)).Distinct(StringComparer.OrdinalIgnoreCase).Take(5)] : keywords.PickOwn(item),
        SpokenAt = _unspaced ? item[..Math.Min(6, item.Length)].TrimEnd('。', '，', '、') : FirstWords(item, SpokenAtWords),
    };

    /// <summary>The items of "…: a, b, and c" or "a, b and c", when they are alike enough to stand side by side.</summary>
    private List<string>? Enumerated(string sentence)
    {
        if (_unspaced)
        {
            var series = EastAsianSeries().Match(sentence);
            if (!series.Success) return null;
            var found = EastAsianSeparator().Split(series.Value).Select(i => i.Trim()).ToList();
            return found.Count is >= 3 and <= 4 && found.TrueForAll(i => i.Length is >= 2 and <= 10) ? found : null;
        }
        foreach (Match match in Series().Matches(sentence))
        {
            var items = match.Groups["i"].Captures.Select(c => c.Value.Trim()).Append(match.Groups["last"].Value.Trim()).ToList();
            // What stands behind a colon is a list by itself; elsewhere the items must be alike.
            var announced = match.Groups["colon"].Length > 0;
            if (announced) items[^1] = items[^1].TrimEnd('.', ' ');
            else (items[0], items[^1]) = (LastNounPhrase(items[0]) ?? "", FirstNounPhrase(items[^1]) ?? "");
            if (items.Count is < 3 or > 4 || !items.TrueForAll(i => announced ? Words.In(i).Count is >= 1 and <= MostItemWords : IsItem(i))) continue;
            return items;
        }
        return null;
    }

    private bool IsItem(string item)
    {
        var words = Words.In(item);
        if (words.Count is 0 or > MostItemWords || !words.Any(terms.IsContent)) return false;
        if (SpokenLanguage.Primary(language) == "de" && !words[0].IsCapitalised && !_links.IsArticle(words[0].Lower)) return false;
        if (!_english) return words.Count <= 3;
        if (EnglishWords.Pronouns.Contains(words[0].Lower) || EnglishWords.Prepositions.Contains(words[0].Lower) || EnglishWords.Connectives.Contains(words[0].Lower)) return false;
        return (words[^1].IsCapitalised || lexicon.IsNoun(words[^1].Lower)) && !words.Any(w => EnglishWords.Verbs.Contains(w.Lower) || lexicon.IsPlainVerb(w.Lower) && !lexicon.IsAdjective(w.Lower) && !lexicon.IsNoun(w.Lower));
    }

    private string? LastNounPhrase(string text) => _english
        ? _phrases.In(text).Where(p => p.Kind == PhraseKind.NounPhrase && p.Start + p.Text.Length == text.Length).OrderByDescending(p => p.Text.Length).FirstOrDefault()?.Text
        : Words.In(text) is { Count: > 0 } words ? words[^1].Text : null;

    private string? FirstNounPhrase(string text)
    {
        if (_english) return _phrases.In(text).Where(p => p.Kind == PhraseKind.NounPhrase && p.Start == 0).OrderBy(p => p.Text.Length).FirstOrDefault()?.Text;
        var end = text.IndexOfAny(['.', ',', ';']);
        return end > 0 ? text[..end] : text;
    }

    private static int Count(string text) => text.Any(c => c > '\u2FFF') ? text.Length / 2 : Words.In(text).Count;

    private static string FirstWords(string text, int count)
    {
        var words = Words.In(text);
        return words.Count == 0 ? text : text[words[0].Start..words[Math.Min(count, words.Count) - 1].End];
    }

    private static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture) + text[1..] : text;

    [GeneratedRegex(@"^(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth(?:ly)?|Finally|Last(?:ly)?|Next|Then|To begin with|Erstens|Zweitens|Drittens|Viertens|Premièrement|Deuxièmement|Troisièmement|Enfin|Primero|Segundo|Tercero|Por último|首先|其次|再次|第一|第二|第三|第四|最后|最後)(?:[,，、:：]\s?|\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\s*[:：]\s*|\s+[–—-]\s+|——")]
    private static partial Regex Divider();

    [GeneratedRegex(@"(?:(?<colon>:)\s*|(?<=^|[\s,]))(?<i>[^,.;:!?“”""()]{3,70}),\s(?:(?<i>[^,.;:!?“”""()]{3,50}),\s)*?(?<i>[^,.;:!?“”""()]{3,50}),?\s(?:and|or|und|oder|et|ou|y|e|o|en|och|i|oraz|и|или|ve)\s(?<last>[^,;:!?“”""()]{3,60})")]
    private static partial Regex Series();

    [GeneratedRegex(@"(?:[^，。！？；：、“”「」\s]{2,10}、){1,3}[^，。！？；：、“”「」\s]{2,10}?(?:和|与|與|以及|及|、|と)[^，。！？；：、“”「」\s]{2,10}")]
    private static partial Regex EastAsianSeries();

    [GeneratedRegex("、|和|与|與|以及|及|と")]
    private static partial Regex EastAsianSeparator();
}
