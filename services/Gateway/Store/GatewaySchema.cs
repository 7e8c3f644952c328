namespace Reelsmith.Gateway.Store;

/// <summary>The tables in SQL, made in one go so that two processes may start on an empty folder at once.</summary>
internal static class GatewaySchema
{
    /// <summary>Kept in the file as <c>user_version</c>.</summary>
    public const int Version = 1;

    public const string Sql = """
        CREATE TABLE IF NOT EXISTS job_events (
            job_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            entry TEXT NOT NULL,
            PRIMARY KEY (job_id, version)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS jobs (
            id TEXT NOT NULL PRIMARY KEY,
            request_hash TEXT NOT NULL,
            status TEXT NOT NULL,
            progress REAL NOT NULL,
            title TEXT NULL,
            created_ms INTEGER NOT NULL,
            updated_ms INTEGER NOT NULL
        );
        CREATE INDEX IF NOT EXISTS jobs_by_request ON jobs (request_hash, status);
        CREATE TABLE IF NOT EXISTS outbox (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            job_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            message TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS outbox_by_job ON outbox (job_id);
        PRAGMA user_version = 1;
        """ + Keys.ApiKeyRow.Sql;
}
