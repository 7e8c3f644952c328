namespace Reelsmith.Gateway.Store;

/// <summary>The database that gateways share. Configuration section <c>Reelsmith:Database</c>.</summary>
public sealed class DatabaseSettings
{
    public const string Section = "Reelsmith:Database";

    /// <summary>A PostgreSQL server, as Npgsql writes it: <c>Host=…;Database=…;Username=…;Password=…</c>. Without one, jobs are kept in a file of the data folder.</summary>
    public string? Connection { get; set; }
}
