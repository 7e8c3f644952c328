using Microsoft.Extensions.Configuration;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Http.Settings;

/// <summary>Finds what was written at the top of the section <c>Reelsmith</c> and is read by nothing: a misspelt setting must not pass unseen.</summary>
internal static class UnknownSettings
{
    /// <exception cref="ReelsmithException">There is one.</exception>
    public static void Refuse(IConfiguration configuration, IEnumerable<SettingsSection> sections)
    {
        string[] known = [.. sections.Select(section => section.Path[(section.Path.LastIndexOf(':') + 1)..]).Where(name => name != ServerSettings.Section),
            .. typeof(ServerSettings).GetProperties().Select(property => property.Name)];
        foreach (var child in configuration.GetSection(ServerSettings.Section).GetChildren())
        {
            if (known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
            var meant = NearestName.Of(child.Key, known);
            throw ReelsmithException.InvalidInput("setting_unknown", $"There is no setting {child.Path}.",
                meant is null ? $"Settings of {ServerSettings.Section}: {string.Join(", ", known.Order(StringComparer.Ordinal))}." : $"Did you mean {ServerSettings.Section}:{meant}?");
        }
    }
}
