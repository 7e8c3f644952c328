using System.Text.RegularExpressions;

namespace Reelsmith.Contracts;

/// <summary>The shape of a BCP 47 language tag (RFC 5646), as far as it can be told without the registry.</summary>
internal static partial class LanguageTag
{
    public static bool IsWellFormed(string tag) => Shape().IsMatch(tag);

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
