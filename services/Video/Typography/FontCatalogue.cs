using System.Security.Cryptography;
using System.Text;

namespace Reelsmith.Video.Typography;

/// <summary>The installed fonts that Reelsmith may use, found in the usual folders of a Linux system.</summary>
internal sealed class FontCatalogue
{
    private static readonly string[] Wanted = ["Inter", "Vollkorn", "Noto"];
    private static readonly string[] Unwanted = ["Condensed", "Mono", "Unjoined", "Looped"];

    private readonly Dictionary<string, List<FontFace>> _families;

    private FontCatalogue(IEnumerable<FontFace> faces)
    {
        _families = faces.GroupBy(f => f.Family, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.OrderBy(f => f.MinWeight).ThenBy(f => f.Path, StringComparer.Ordinal).ToList(), StringComparer.OrdinalIgnoreCase);
        Identity = Hash(_families.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {string.Join(' ', f.Value.Select(v => v.Version).Distinct().Order(StringComparer.Ordinal))}"));
    }

    /// <summary>Eight hexadecimal digits that change when a font of another version is installed.</summary>
    public string Identity { get; }

    public IEnumerable<string> Families => _families.Keys;

    /// <summary>The folders that fontconfig would search.</summary>
    public static IReadOnlyList<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return [Path.Combine(Path.IsPathRooted(data) ? data : Path.Combine(home, ".local", "share"), "fonts"), Path.Combine(home, ".fonts"), "/usr/local/share/fonts", "/usr/share/fonts"];
    }

    public static FontCatalogue Scan(IEnumerable<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", options)).Where(IsWanted).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new FontCatalogue(files.AsParallel().AsOrdered().SelectMany(FontFile.Read));
    }

    public bool Has(string family) => _families.ContainsKey(family);

    /// <summary>The face of a family nearest to a weight, by the rules of CSS Fonts 4 §5.2; null when the family is not installed.</summary>
    public FontFace? Find(string family, int weight, bool italic)
    {
        if (!_families.TryGetValue(family, out var faces)) return null;
        return faces.OrderBy(f => f.Italic == italic ? 0 : 1).ThenBy(f => Distance(f, weight)).First();
    }

    private static int Distance(FontFace face, int weight)
    {
        if (weight >= face.MinWeight && weight <= face.MaxWeight) return 0;
        var heavier = face.MinWeight > weight;
        var apart = heavier ? face.MinWeight - weight : weight - face.MaxWeight;
        return heavier == (weight > 500) ? apart : apart + 1000;
    }

    private static bool IsWanted(string path)
    {
        var name = Path.GetFileName(path);
        return Path.GetExtension(name).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc" or ".otc"
            && Wanted.Any(w => name.StartsWith(w, StringComparison.Ordinal))
            && !Unwanted.Any(u => name.Contains(u, StringComparison.Ordinal))
            && !(name.StartsWith("Noto", StringComparison.Ordinal) && name.Contains("Italic", StringComparison.Ordinal));
    }

    private static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 4));
}
