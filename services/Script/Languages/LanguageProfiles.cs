using System.Collections.Frozen;

namespace Reelsmith.Script.Languages;

/// <summary>The languages that can be told apart where the script alone does not say it.</summary>
internal static class LanguageProfiles
{
    private const string Prefix = "Languages.Profiles.";

    private static readonly Lazy<IReadOnlyList<LanguageProfile>> s_all = new(Load);

    public static IReadOnlyList<LanguageProfile> All => s_all.Value;

    /// <summary>Words without content of their own in a language; empty when it has no profile.</summary>
    public static FrozenSet<string> StopWords(string language)
    {
        var primary = SpokenLanguage.Primary(language);
        return All.FirstOrDefault(p => p.Tag == primary)?.StopWords ?? FrozenSet<string>.Empty;
    }

    private static List<LanguageProfile> Load()
    {
        var assembly = typeof(LanguageProfiles).Assembly;
        var profiles = new List<LanguageProfile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            profiles.Add(LanguageProfile.Parse(name[Prefix.Length..^".txt".Length], reader.ReadToEnd()));
        }
        return profiles;
    }
}
