using System.Text;

namespace Reelsmith.Illustrations.Tool;

/// <summary>Writes keywords/LANGUAGE.br: a line for each picture, in the order of pictures.tsv, of its name and keywords between bars;
/// empty where the language has none.</summary>
internal static class KeywordPacks
{
    private static readonly string[] Languages =
    [
        "af", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr", "gl", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro",
        "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh", "zh-Hant",
    ];

    // CLDR says nb only through its parent.
    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal) { ["nb"] = "no" };

    public static void Write(IReadOnlyList<string> characters, string annotations, string derived, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var language in Languages)
        {
            var read = CldrAnnotations.Read(annotations, derived, Sources.GetValueOrDefault(language, language));
            if (read.Count == 0) throw new InvalidDataException($"CLDR has no annotations for {language}.");
            var lines = characters.Select(c => read.TryGetValue(c, out var found) ? Line(found.Name, found.Keywords) : "");
            File.WriteAllBytes(Path.Combine(folder, $"{language}.br"), PicturePack.Compress(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
    }

    private static string Line(string name, string[] keywords) =>
        string.Join('|', keywords.Where(k => k != name).Distinct(StringComparer.Ordinal).Prepend(name).Select(k => k.Replace('|', ' ').Replace('\n', ' ')));
}
