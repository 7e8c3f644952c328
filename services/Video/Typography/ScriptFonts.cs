using HarfBuzzSharp;

namespace Reelsmith.Video.Typography;

/// <summary>What Noto calls its fonts of a script ("Noto Sans Devanagari").</summary>
internal static class ScriptFonts
{
    private static readonly Dictionary<uint, string> Names = new()
    {
        [Script.Arabic] = "Arabic",
        [Script.Armenian] = "Armenian",
        [Script.Bengali] = "Bengali",
        [Script.Cherokee] = "Cherokee",
        [Script.Devanagari] = "Devanagari",
        [Script.Ethiopic] = "Ethiopic",
        [Script.Georgian] = "Georgian",
        [Script.Gujarati] = "Gujarati",
        [Script.Gurmukhi] = "Gurmukhi",
        [Script.Hebrew] = "Hebrew",
        [Script.Kannada] = "Kannada",
        [Script.Khmer] = "Khmer",
        [Script.Lao] = "Lao",
        [Script.Malayalam] = "Malayalam",
        [Script.Mongolian] = "Mongolian",
        [Script.Myanmar] = "Myanmar",
        [Script.Oriya] = "Oriya",
        [Script.Sinhala] = "Sinhala",
        [Script.Syriac] = "Syriac",
        [Script.Tamil] = "Tamil",
        [Script.Telugu] = "Telugu",
        [Script.Thaana] = "Thaana",
        [Script.Thai] = "Thai",
        [Script.Tibetan] = "Tibetan",
        [Script.Tifinagh] = "Tifinagh",
    };

    public static string? Name(Script script) => Names.GetValueOrDefault(script);
}
