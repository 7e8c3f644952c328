using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>The load balancers in front, whose word about a client's address counts. Configuration section <c>Reelsmith:Proxies</c>.</summary>
public sealed class ProxySettings : IValidatableObject
{
    public const string Section = "Reelsmith:Proxies";

    /// <summary>Networks such as <c>10.0.0.0/8</c>; none by default: anybody could write <c>X-Forwarded-For</c>.</summary>
    public IList<string> Networks { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var network in Networks)
        {
            if (!IPNetwork.TryParse(network, out _)) yield return new ValidationResult($"has \"{network}\", which is not a network such as 10.0.0.0/8 or 192.0.2.7/32.", [nameof(Networks)]);
        }
    }
}
