using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>The tables of webhooks in the job store.</summary>
internal static class WebhookTables
{
    public const string Sql = """
        CREATE TABLE webhook_deliveries (
            id TEXT NOT NULL PRIMARY KEY,
            job_id TEXT NOT NULL,
            owner TEXT NOT NULL,
            url TEXT NOT NULL,
            receiver TEXT NOT NULL,
            secret TEXT NULL,
            type TEXT NOT NULL,
            body TEXT NOT NULL,
            created_ms INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            retries INTEGER NOT NULL,
            next_ms INTEGER NULL,
            state TEXT NOT NULL,
            last_status INTEGER NULL,
            last_error TEXT NULL
        );
        CREATE INDEX webhook_deliveries_by_job ON webhook_deliveries (job_id, created_ms);
        CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (next_ms, receiver) WHERE next_ms IS NOT NULL;
        CREATE TABLE webhook_attempts (
            delivery_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            at_ms INTEGER NOT NULL,
            status INTEGER NULL,
            error TEXT NULL,
            duration_ms INTEGER NOT NULL,
            PRIMARY KEY (delivery_id, number)
        ) WITHOUT ROWID;
        CREATE TABLE webhook_secrets (
            owner TEXT NOT NULL PRIMARY KEY,
            secret TEXT NOT NULL,
            previous TEXT NULL,
            previous_until_ms INTEGER NULL
        );
        """;

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<WebhookDelivery>(row =>
        {
            row.ToTable("webhook_deliveries").HasKey(d => d.Id);
            row.Property(d => d.Id).HasColumnName("id");
            row.Property(d => d.JobId).HasColumnName("job_id");
            row.Property(d => d.Owner).HasColumnName("owner");
            row.Property(d => d.Url).HasColumnName("url");
            row.Property(d => d.Receiver).HasColumnName("receiver");
            row.Property(d => d.Secret).HasColumnName("secret");
            row.Property(d => d.Type).HasColumnName("type");
            row.Property(d => d.Body).HasColumnName("body");
            row.Property(d => d.CreatedUnixMilliseconds).HasColumnName("created_ms");
            row.Property(d => d.Attempts).HasColumnName("attempts");
            row.Property(d => d.Retries).HasColumnName("retries");
            row.Property(d => d.NextUnixMilliseconds).HasColumnName("next_ms");
            row.Property(d => d.State).HasColumnName("state").HasConversion<string>();
            row.Property(d => d.LastStatus).HasColumnName("last_status");
            row.Property(d => d.LastError).HasColumnName("last_error");
            row.HasIndex(d => new { d.JobId, d.CreatedUnixMilliseconds }, "webhook_deliveries_by_job");
            row.HasIndex(d => new { d.NextUnixMilliseconds, d.Receiver }, "webhook_deliveries_by_time").HasFilter("next_ms IS NOT NULL");
        });
        modelBuilder.Entity<WebhookAttempt>(row =>
        {
            row.ToTable("webhook_attempts").HasKey(a => new { a.DeliveryId, a.Number });
            row.Property(a => a.DeliveryId).HasColumnName("delivery_id");
            row.Property(a => a.Number).HasColumnName("number").ValueGeneratedNever();
            row.Property(a => a.AtUnixMilliseconds).HasColumnName("at_ms");
            row.Property(a => a.Status).HasColumnName("status");
            row.Property(a => a.Error).HasColumnName("error");
            row.Property(a => a.DurationMilliseconds).HasColumnName("duration_ms");
        });
        modelBuilder.Entity<WebhookSecretRow>(row =>
        {
            row.ToTable("webhook_secrets").HasKey(s => s.Owner);
            row.Property(s => s.Owner).HasColumnName("owner");
            row.Property(s => s.Secret).HasColumnName("secret");
            row.Property(s => s.Previous).HasColumnName("previous");
            row.Property(s => s.PreviousUntilUnixMilliseconds).HasColumnName("previous_until_ms");
        });
    }
}
