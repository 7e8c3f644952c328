namespace Reelsmith.Gateway.Http.Settings;

/// <summary>A section of the configuration that something reads.</summary>
internal sealed record SettingsSection(string Path);
