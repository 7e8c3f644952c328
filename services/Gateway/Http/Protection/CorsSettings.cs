using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>Which web pages may use the API. Configuration section <c>Reelsmith:Cors</c>.</summary>
public sealed class CorsSettings : IValidatableObject
{
    public const string Section = "Reelsmith:Cors";

    /// <summary>Origins such as <c>https://studio.example</c>; none by default.</summary>
    public IList<string> Origins { get; } = [];

    public bool Allows(string origin) => Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var origin in Origins)
        {
            if (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && origin == uri.GetLeftPart(UriPartial.Authority)) continue;
            yield return new ValidationResult($"has \"{origin}\", which is not an origin such as https://studio.example (no path, no * and no slash at the end).", [nameof(Origins)]);
        }
    }
}
