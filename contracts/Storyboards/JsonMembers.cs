using System.Globalization;
using System.Text.Json;

namespace Reelsmith.Contracts;

/// <summary>Reads the members of one JSON object strictly: every complaint names the path of what is wrong and what to change.</summary>
internal sealed class JsonMembers
{
    private readonly JsonElement _object;
    private readonly string _path;

    /// <param name="path">Where the object stands ("scenes[2].visual"); empty for the file itself.</param>
    /// <param name="known">Every member that it may have.</param>
    public JsonMembers(JsonElement value, string path, params IReadOnlyList<string> known)
    {
        if (value.ValueKind != JsonValueKind.Object) throw WrongKind(path, value, "an object in braces");
        (_object, _path) = (value, path);
        foreach (var member in value.EnumerateObject())
        {
            if (known.Contains(member.Name)) continue;
            var meant = NearestName.Of(member.Name, known);
            throw Invalid("storyboard_unknown_member", $"{PathOf(member.Name)} is not a member that a storyboard has.",
                meant is null ? $"Remove it, or use one of {string.Join(", ", known)}." : $"Did you mean \"{meant}\"?");
        }
    }

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public JsonElement Required(string name) => Find(name)
        ?? throw Invalid("storyboard_missing_member", $"{PathOf(name)} is missing.", $"Add \"{name}\" to {(_path.Length == 0 ? "the storyboard" : _path)}.");

    public string RequiredText(string name, int longest) => TextOf(Required(name), PathOf(name), longest);

    public string? Text(string name, int longest) => Find(name) is { } value ? TextOf(value, PathOf(name), longest) : null;

    public string Choice(string name, IReadOnlyList<string> choices) => ChoiceOf(Required(name), name, choices);

    public string? OptionalChoice(string name, IReadOnlyList<string> choices) => Find(name) is { } value ? ChoiceOf(value, name, choices) : null;

    public bool? Flag(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongKind(PathOf(name), value, "true or false"),
    };

    public int? Integer(string name)
    {
        if (Find(name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw WrongKind(PathOf(name), value, "a whole number");
    }

    /// <summary>A length of time in seconds, above 0.</summary>
    public double? Seconds(string name)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds)) throw WrongKind(PathOf(name), value, "a number of seconds");
        return seconds is > 0 and <= StoryboardLimits.SceneSeconds ? seconds : throw Invalid("storyboard_bad_duration",
            $"{PathOf(name)} is {value.GetRawText()}.", $"Use a number of seconds above 0 and at most {StoryboardLimits.SceneSeconds}, or leave it out: the scene is then as long as its narration.");
    }

    public IReadOnlyList<string> Texts(string name, int most, int longest) =>
        Items(name, most, (item, path) => TextOf(item, path, longest));

    /// <summary>An object; null when it is left out.</summary>
    public T? Object<T>(string name, Func<JsonElement, string, T> read) where T : class =>
        Find(name) is { } value ? read(value, PathOf(name)) : null;

    /// <summary>An array; empty when it is left out.</summary>
    public IReadOnlyList<T> Items<T>(string name, int most, Func<JsonElement, string, T> read) =>
        Find(name) is { } value ? ItemsOf(value, PathOf(name), most, read) : [];

    public static IReadOnlyList<T> ItemsOf<T>(JsonElement value, string path, int most, Func<JsonElement, string, T> read)
    {
        if (value.ValueKind != JsonValueKind.Array) throw WrongKind(path, value, "a list in square brackets");
        if (value.GetArrayLength() > most)
        {
            throw Invalid("storyboard_too_many_items", $"{path} has {value.GetArrayLength().ToString("N0", CultureInfo.InvariantCulture)} items.", $"Keep at most {most}.");
        }
        return [.. value.EnumerateArray().Select((item, index) => read(item, $"{path}[{index}]"))];
    }

    private static ReelsmithException Invalid(string code, string message, string hint) => ReelsmithException.InvalidInput(code, message, hint);

    private JsonElement? Find(string name) => _object.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string ChoiceOf(JsonElement value, string name, IReadOnlyList<string> choices)
    {
        var text = TextOf(value, PathOf(name), StoryboardLimits.LineCharacters);
        return choices.Contains(text) ? text : throw Invalid($"storyboard_{name}_unknown", $"{PathOf(name)} is \"{text}\".", $"Use one of {string.Join(", ", choices)}.");
    }

    private static string TextOf(JsonElement value, string path, int longest)
    {
        if (value.ValueKind != JsonValueKind.String) throw WrongKind(path, value, "text in quotes");
        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text)) throw Invalid("storyboard_empty_text", $"{path} is empty.", "Write the text, or leave the member out where it is optional.");
        return text.Length <= longest ? text : throw Invalid("storyboard_text_too_long",
            $"{path} has {text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters.", $"Keep it to {longest.ToString("N0", CultureInfo.InvariantCulture)}.");
    }

    private static ReelsmithException WrongKind(string path, JsonElement value, string wanted)
    {
        var raw = value.GetRawText();
        var shown = value.ValueKind is JsonValueKind.Object ? "an object" : value.ValueKind is JsonValueKind.Array ? "a list" : raw.Length > 40 ? $"{raw[..40]}…" : raw;
        return Invalid("storyboard_wrong_kind", $"{(path.Length == 0 ? "The storyboard" : path)} is {shown}.", $"It must be {wanted}.");
    }
}
