namespace Reelsmith.Hosting.Bus;

/// <summary>One queue a stage; commands are sent to them, events are published.</summary>
public static class Queues
{
    public const string Gateway = "gateway";
    public const string Script = "script";
    public const string Speech = "speech";
    public const string Video = "video";
    public const string Composer = "composer";

    public static Uri Address(string queue) => new($"queue:{queue}");
}
