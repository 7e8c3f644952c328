namespace Reelsmith.Video.Illustrations;

/// <summary>What explainers speak of and CLDR has no keyword for (keywords.tsv): an English and a Chinese list of words for a picture.</summary>
internal static class AddedKeywords
{
    private static readonly Lazy<(int Picture, string[] English, string[] Chinese)[]> Table = new(() =>
        [.. IllustrationData.Lines("keywords.tsv").Select(line => line.Split('\t')).Select(f => (PicturePack.Default[f[0]].Index, List(f[1]), List(f.Length > 2 ? f[2] : "")))]);

    public static IEnumerable<(string Term, int Picture)> Of(string language) => language switch
    {
        "en" => Table.Value.SelectMany(row => row.English.Select(term => (term, row.Picture))),
        "zh" => Table.Value.SelectMany(row => row.Chinese.Select(term => (term, row.Picture))),
        _ => [],
    };

    private static string[] List(string field) => field.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
