namespace Reelsmith.Hosting.Checks;

public enum ServerState
{
    Ready,

    /// <summary>It works, and something about it may make trouble.</summary>
    Doubtful,

    Failed,
}
