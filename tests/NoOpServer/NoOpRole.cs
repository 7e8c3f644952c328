namespace Reelsmith.NoOpServer;

/// <summary>Which part of a site this process is.</summary>
public enum NoOpRole
{
    /// <summary>Gateway and stages in one.</summary>
    All,

    /// <summary>A gateway without stages.</summary>
    Gateway,

    /// <summary>Stages for gateways elsewhere.</summary>
    Worker,
}
