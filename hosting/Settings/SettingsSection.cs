namespace Reelsmith.Hosting.Settings;

/// <summary>A section of the configuration that something reads.</summary>
/// <param name="Names">The settings in it.</param>
public sealed record SettingsSection(string Path, IReadOnlyList<string> Names)
{
    public static SettingsSection Of<T>(string path) => new(path, [.. typeof(T).GetProperties().Select(property => property.Name)]);
}
