using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reelsmith.Illustrations.Tool;

/// <summary>Finds the character of an icon by its name, which is the English CLDR name in lower case with hyphens.</summary>
internal sealed partial class EmojiCharacters
{
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmojiCharacter> _known = new(StringComparer.Ordinal);

    public EmojiCharacters(string annotations, string derived, string emojibase)
    {
        foreach (var (text, annotation) in CldrAnnotations.Read(annotations, derived, "en")) _byName.TryAdd(NameOf(annotation.Name), text);
        using var groups = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(emojibase, "meta", "groups.json")));
        using var data = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(emojibase, "en", "data.json")));
        foreach (var emoji in data.RootElement.EnumerateArray())
        {
            if (!emoji.TryGetProperty("group", out var group)) continue;
            var text = Plain(emoji.GetProperty("emoji").GetString()!);
            _known[text] = new EmojiCharacter(text, Label(groups, "groups", group), Label(groups, "subgroups", emoji.GetProperty("subgroup")), emoji.GetProperty("order").GetInt32());
        }
    }

    public EmojiCharacter Of(string icon, JudgedPictures judged)
    {
        var text = judged.Characters.TryGetValue(icon, out var told) ? told : _byName.GetValueOrDefault(icon);
        return text is not null && _known.TryGetValue(Plain(text), out var found)
            ? found
            : throw new InvalidDataException($"No character is known for the icon {icon}; add it to judged.tsv.");
    }

    private static string Label(JsonDocument groups, string kind, JsonElement number) =>
        groups.RootElement.GetProperty(kind).GetProperty(number.GetInt32().ToString(CultureInfo.InvariantCulture)).GetString()!;

    private static string Plain(string text) => text.Replace("\uFE0F", "", StringComparison.Ordinal);

    private static string NameOf(string tts)
    {
        var letters = tts.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var plain = Dropped().Replace(string.Concat(letters).ToLowerInvariant(), "").Replace("&", " and ", StringComparison.Ordinal);
        return Other().Replace(plain, "-").Trim('-');
    }

    [GeneratedRegex("[’'“”.!:,()]")]
    private static partial Regex Dropped();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
