namespace Reelsmith.Illustrations.Tool;

/// <summary>The kind of picture that a Unicode subgroup holds.</summary>
internal static class PictureKinds
{
    public static string Of(EmojiCharacter character) => (character.Group, character.Subgroup) switch
    {
        ("flags", _) => "flag",
        (_, "face-costume") => "fantasy",
        ("smileys-emotion", var s) when s.StartsWith("face", StringComparison.Ordinal) || s is "cat-face" or "monkey-face" => "face",
        (_, "heart" or "emotion") => "emotion",
        (_, var s) when s.StartsWith("hand", StringComparison.Ordinal) => "gesture",
        (_, "body-parts") => "body",
        ("people-body", "person-symbol") => "symbol",
        ("people-body", _) => "person",
        (_, var s) when s.StartsWith("animal", StringComparison.Ordinal) => "animal",
        (_, var s) when s.StartsWith("plant", StringComparison.Ordinal) => "plant",
        ("food-drink", _) => "food",
        (_, "place-map" or "place-geographic" or "place-building" or "place-religious" or "place-other") => "place",
        (_, var s) when s.StartsWith("transport", StringComparison.Ordinal) && s is not "transport-sign" => s is "transport-ground" or "transport-water" or "transport-air" ? "vehicle" : "sign",
        (_, "time") => character.Text is "⌛" or "⏳" or "⌚" or "⏰" or "⏱" or "⏲" or "🕰" ? "object" : "clock",
        (_, "sky-weather") => "sky",
        (_, "arrow") => "arrow",
        (_, "keycap") => "keycap",
        (_, "geometric") => "shape",
        (_, "zodiac" or "av-symbol" or "alphanum") => "button",
        ("symbols", "transport-sign" or "warning") => "sign",
        ("symbols", _) => "symbol",
        _ => "object",
    };

    public static bool IsHead(string icon, EmojiCharacter character) =>
        character.Group == "smileys-emotion" && character.Subgroup is not ("heart" or "emotion") || icon.EndsWith("-face", StringComparison.Ordinal);
}
