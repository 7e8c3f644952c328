namespace Reelsmith.Speech.Normalisation.English;

/// <summary>How English is read, the special before the general.</summary>
internal static class EnglishRules
{
    public static IReadOnlyList<Func<AtomContext, Reading?>> All { get; } = [WordRules.Word];
}
