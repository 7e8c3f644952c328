namespace Reelsmith.Hosting;

/// <summary>Where everything that outlives the process is kept.</summary>
/// <param name="Root">Absolute path; created when first used.</param>
public sealed record DataFolder(string Root)
{
    public const string EnvironmentVariable = "REELSMITH_DATA";

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Artifacts that nothing referred to when they were last looked at; they are taken back when something does.</summary>
    public string Discarded => Path.Combine(Root, "discarded");

    public string Results => Path.Combine(Root, "results");

    public string Cache => Path.Combine(Root, "cache");

    public string Temporary => Path.Combine(Root, "tmp");

    public string Database => Path.Combine(Root, "reelsmith.db");

    /// <summary><c>REELSMITH_DATA</c>, else <c>$XDG_DATA_HOME/reelsmith</c>, else <c>~/.local/share/reelsmith</c>.</summary>
    public static DataFolder FromEnvironment()
    {
        var named = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (!string.IsNullOrWhiteSpace(named)) return new DataFolder(Path.GetFullPath(named));
        var xdg = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new DataFolder(Path.Combine(Path.IsPathRooted(xdg) ? xdg : Path.Combine(home, ".local", "share"), "reelsmith"));
    }
}
