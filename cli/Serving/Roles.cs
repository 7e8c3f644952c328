using Reelsmith.Cli.CommandLine;

namespace Reelsmith.Cli.Serving;

/// <summary>What a process does of the whole.</summary>
/// <param name="Gateway">Whether it answers requests and carries jobs on.</param>
/// <param name="Stages">The stages that it works at.</param>
internal sealed record Roles(bool Gateway, IReadOnlyList<string> Stages)
{
    public const string OfGateway = "gateway";

    public static IEnumerable<string> Names => Hosting.Stages.ByRole.Keys.Prepend(OfGateway);

    /// <summary>Everything in one process.</summary>
    public bool AreAll => Gateway && Stages.Count == Hosting.Stages.ByRole.Count;

    /// <param name="named">Names, each by itself or several with commas between; none: all of them.</param>
    /// <exception cref="Contracts.ReelsmithException">One is none.</exception>
    public static Roles Of(IReadOnlyList<string> named)
    {
        var roles = named.SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToArray();
        if (roles.Length == 0) return new Roles(true, [.. Hosting.Stages.ByRole.Keys]);
        if (roles.FirstOrDefault(role => !Names.Contains(role)) is { } unknown) throw Arguments.Wrong($"There is no role \"{unknown}\"; the roles are {string.Join(", ", Names)}.");
        return new Roles(roles.Contains(OfGateway), [.. roles.Where(role => role != OfGateway)]);
    }
}
