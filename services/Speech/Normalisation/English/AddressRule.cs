namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Web and mail addresses: "www.example.org/news" is read "example dot org".</summary>
internal static class AddressRule
{
    public static Reading? Address(AtomContext context)
    {
        var core = context.Core;
        if (!core.Contains('.', StringComparison.Ordinal) || !AtomLexer.Address().IsMatch(core)) return null;
        var spoken = core;
        var scheme = spoken.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) spoken = spoken[(scheme + 3)..];
        if (spoken.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) spoken = spoken[4..];
        var path = spoken.IndexOfAny(['/', '?', '#']);
        if (path >= 0) spoken = spoken[..path];
        spoken = spoken.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal);
        return Reading.AsShown(core, WordRules.SayAll(spoken));
    }
}
