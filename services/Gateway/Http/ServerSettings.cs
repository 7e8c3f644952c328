namespace Reelsmith.Gateway.Http;

/// <summary>What stands at the top of the configuration section <c>Reelsmith</c>.</summary>
public sealed class ServerSettings
{
    public const string Section = "Reelsmith";

    /// <summary>Asks for API keys even when only this machine can reach the server.</summary>
    public bool RequireKeys { get; set; }
}
