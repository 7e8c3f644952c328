namespace Reelsmith.Video.Illustrations;

/// <summary>Reelsmith's own judgements on words (keywords.tsv, ambiguous.tsv), in English and Chinese: words that CLDR lacks, words that
/// no picture shows, and words that mean something else in some company.</summary>
internal static class AddedKeywords
{
    private const string NoPicture = "-";

    private static readonly Lazy<(string Picture, string[] English, string[] Chinese)[]> Table = new(() =>
        [.. IllustrationData.Lines("keywords.tsv").Select(line => line.Split('\t')).Select(f => (f[0], List(f[1]), List(f[2])))]);

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Company = new(() => IllustrationData.Lines("ambiguous.tsv").Select(line => line.Split('\t'))
        .ToDictionary(f => f[0], f => List(f[1]).Select(w => WordForms.Stem(WordForms.Fold(w, "en"), "en")).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Folded words and the picture that shows each.</summary>
    public static IEnumerable<(string Term, int Picture)> Of(string language) =>
        Table.Value.Where(row => row.Picture != NoPicture).SelectMany(row => Words(row, language).Select(word => (WordForms.Fold(word, language), PicturePack.Default[row.Picture].Index)));

    /// <summary>Folded words that no picture shows.</summary>
    public static IEnumerable<string> WithoutPicture(string language) =>
        Table.Value.Where(row => row.Picture == NoPicture).SelectMany(row => Words(row, language).Select(word => WordForms.Fold(word, language)));

    /// <summary>Whether an English keyword's picture would be wrong beside the other keywords.</summary>
    public static bool MeansSomethingElse(string keyword, IEnumerable<string> others)
    {
        if (!Company.Value.TryGetValue(Normal(keyword), out var company)) return false;
        return others.SelectMany(other => other.Split(' ').Append(other)).Any(word => company.Contains(Normal(word)));

        static string Normal(string word) => WordForms.Stem(WordForms.Fold(word, "en"), "en");
    }

    private static string[] Words((string Picture, string[] English, string[] Chinese) row, string language) => language switch
    {
        "en" => row.English,
        "zh" or "zh-Hant" => row.Chinese,
        _ => [],
    };

    private static string[] List(string field) => field.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
