using Microsoft.Extensions.Configuration;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Settings;

/// <summary>Finds settings that nothing reads: a misspelt one must not pass unseen.</summary>
public static class UnknownSettings
{
    /// <exception cref="ReelsmithException">There is one.</exception>
    public static void Refuse(IConfiguration configuration, IReadOnlyList<SettingsSection> sections)
    {
        foreach (var section in sections)
        {
            var below = sections.Where(other => other.Path.StartsWith($"{section.Path}:", StringComparison.Ordinal)).Select(other => other.Path[(section.Path.Length + 1)..]);
            string[] known = [.. section.Names, .. below];
            foreach (var child in configuration.GetSection(section.Path).GetChildren())
            {
                if (known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
                throw ReelsmithException.InvalidInput("setting_unknown", $"There is no setting {section.Path}:{child.Key}.", NearestName.Of(child.Key, known) is { } meant
                    ? $"Did you mean {section.Path}:{meant}?"
                    : $"The settings of {section.Path} are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }
    }
}
