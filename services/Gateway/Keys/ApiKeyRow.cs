using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Keys;

/// <summary>An API key as it is kept: without its secret.</summary>
internal sealed class ApiKeyRow
{
    /// <summary>The table in SQL.</summary>
    public const string Sql = """
        CREATE TABLE api_keys (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            hash TEXT NOT NULL,
            created_ms INTEGER NOT NULL,
            revoked_ms INTEGER NULL
        );
        CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (hash);
        """;

    /// <summary>What people call the key by when they revoke it: "key_" and 8 letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whose key it is; keys of one name are one caller's.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, in lower-case hexadecimal. The secret is 32 random bytes, so it needs neither salt nor a slow hash.</summary>
    public required string Hash { get; init; }

    public long CreatedUnixMilliseconds { get; init; }

    public long? RevokedUnixMilliseconds { get; set; }

    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<ApiKeyRow>(row =>
    {
        row.ToTable("api_keys").HasKey(k => k.Id);
        row.Property(k => k.Id).HasColumnName("id");
        row.Property(k => k.Name).HasColumnName("name");
        row.Property(k => k.Hash).HasColumnName("hash");
        row.Property(k => k.CreatedUnixMilliseconds).HasColumnName("created_ms");
        row.Property(k => k.RevokedUnixMilliseconds).HasColumnName("revoked_ms");
        row.HasIndex(k => k.Hash, "api_keys_by_hash").IsUnique();
    });
}
