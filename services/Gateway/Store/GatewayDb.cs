using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Store;

/// <summary>The tables of the gateway. In SQLite <see cref="GatewaySchema"/> creates them, in PostgreSQL the migrations.</summary>
internal sealed class GatewayDb(DbContextOptions<GatewayDb> options) : DbContext(options)
{
    /// <summary>The database's own time, in milliseconds since 1970: gateways' clocks need not agree.</summary>
    public const string NowOfPostgres = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public DbSet<JobEventRow> Events => Set<JobEventRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Keys.ApiKeyRow.Configure(modelBuilder);
        Webhooks.WebhookTables.Configure(modelBuilder);
        modelBuilder.Entity<JobEventRow>(row =>
        {
            row.ToTable("job_events").HasKey(e => new { e.JobId, e.Version });
            row.Property(e => e.JobId).HasColumnName("job_id");
            row.Property(e => e.Version).HasColumnName("version").ValueGeneratedNever();
            row.Property(e => e.Entry).HasColumnName("entry");
        });
        modelBuilder.Entity<JobRow>(row =>
        {
            row.ToTable("jobs").HasKey(j => j.Id);
            row.Property(j => j.Id).HasColumnName("id").ValueGeneratedNever();
            row.Property(j => j.RequestHash).HasColumnName("request_hash");
            row.Property(j => j.Status).HasColumnName("status").HasConversion<string>();
            row.Property(j => j.Progress).HasColumnName("progress");
            row.Property(j => j.Title).HasColumnName("title");
            row.Property(j => j.Owner).HasColumnName("owner");
            row.Property(j => j.Gateway).HasColumnName("gateway");
            row.Property(j => j.Turn).HasColumnName("turn");
            row.Property(j => j.Revision).HasColumnName("revision");
            row.Property(j => j.Submitted).HasColumnName("submitted");
            row.Property(j => j.HasStoryboard).HasColumnName("has_storyboard");
            row.Property(j => j.Files).HasColumnName("files");
            row.Property(j => j.Failure).HasColumnName("failure");
            row.Property(j => j.CreatedUnixMilliseconds).HasColumnName("created_ms");
            row.Property(j => j.StartedUnixMilliseconds).HasColumnName("started_ms");
            row.Property(j => j.HeardUnixMilliseconds).HasColumnName("heard_ms");
            row.Property(j => j.EndedUnixMilliseconds).HasColumnName("ended_ms");
            row.HasIndex(j => new { j.RequestHash, j.Status }, "jobs_by_request");
            row.HasIndex(j => new { j.Owner, j.Id }, "jobs_by_owner");
            row.HasIndex(j => j.EndedUnixMilliseconds, "jobs_by_end").HasFilter("ended_ms IS NOT NULL");
            row.HasIndex(j => new { j.Gateway, j.Owner, j.Status }, "jobs_unfinished").HasFilter("ended_ms IS NULL");
            row.HasIndex(j => new { j.Gateway, j.Turn, j.Id }, "jobs_waiting").HasFilter("turn IS NOT NULL");
            row.HasIndex(j => new { j.Gateway, j.Owner, j.Turn }, "jobs_waiting_by_owner").HasFilter("turn IS NOT NULL");
        });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("outbox").HasKey(o => o.Id);
            row.Property(o => o.Id).HasColumnName("id").ValueGeneratedOnAdd();
            row.Property(o => o.JobId).HasColumnName("job_id");
            row.Property(o => o.Gateway).HasColumnName("gateway");
            row.Property(o => o.Kind).HasColumnName("kind");
            row.Property(o => o.Message).HasColumnName("message");
            row.Property(o => o.TraceParent).HasColumnName("trace_parent");
            row.Property(o => o.UnixMilliseconds).HasColumnName("at_ms").ValueGeneratedOnAdd().HasDefaultValueSql(Database.IsNpgsql() ? NowOfPostgres : "0");
            row.HasIndex(o => o.JobId, "outbox_by_job");
            row.HasIndex(o => new { o.Gateway, o.Id }, "outbox_by_gateway");
        });
        modelBuilder.Entity<SubmissionRow>(row =>
        {
            row.ToTable("submissions").HasKey(s => new { s.Owner, s.Key });
            row.Property(s => s.Owner).HasColumnName("owner");
            row.Property(s => s.Key).HasColumnName("key");
            row.Property(s => s.RequestHash).HasColumnName("request_hash");
            row.Property(s => s.JobId).HasColumnName("job_id");
            row.Property(s => s.AtUnixMilliseconds).HasColumnName("at_ms");
            row.HasIndex(s => s.AtUnixMilliseconds, "submissions_by_time");
        });
    }
}
