namespace Reelsmith.Gateway.Progress;

/// <summary>The stages, as failures and progress name them.</summary>
public static class StageName
{
    public const string Script = "script";
    public const string Speech = "speech";
    public const string Video = "video";
    public const string Composer = "composer";

    public static IReadOnlyList<string> All { get; } = [Script, Speech, Video, Composer];
}
