using Microsoft.EntityFrameworkCore.Design;

namespace Reelsmith.Gateway.Store.Migrations;

/// <summary>For <c>dotnet ef migrations add NAME --project services/Gateway --output-dir Store/Migrations</c>, which needs no server.</summary>
internal sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<GatewayDb>
{
    public GatewayDb CreateDbContext(string[] args) => new(new PostgresDatabase("Host=localhost;Database=reelsmith").Options);
}
