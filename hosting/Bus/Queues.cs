namespace Reelsmith.Hosting.Bus;

/// <summary>One queue a stage; commands are sent to them, events are published.</summary>
public static class Queues
{
    public const string Gateway = "gateway";
    public const string Script = "script";
    public const string Speech = "speech";
    public const string Video = "video";
    public const string Composer = "composer";

    /// <summary>Scenes for the preview: apart from the composer's, so that watching never waits behind a film.</summary>
    public const string Preview = "preview";

    /// <summary>Files made out of finished films.</summary>
    public const string Derived = "derived";

    public static Uri Address(string queue) => new($"queue:{queue}");
}
