namespace Reelsmith.Gateway.Store;

/// <summary>The tables in SQL. Each step takes the file from one version to the next, in one transaction with its new number, so that
/// two processes may start on a folder at once and a folder of an earlier Reelsmith is taken over.</summary>
internal static class GatewaySchema
{
    /// <summary>Kept in the file as <c>user_version</c>.</summary>
    public static int Version => Steps.Count;

    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE job_events (
            job_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            entry TEXT NOT NULL,
            PRIMARY KEY (job_id, version)
        ) WITHOUT ROWID;
        CREATE TABLE jobs (
            id TEXT NOT NULL PRIMARY KEY,
            request_hash TEXT NOT NULL,
            status TEXT NOT NULL,
            progress REAL NOT NULL,
            title TEXT NULL,
            created_ms INTEGER NOT NULL,
            updated_ms INTEGER NOT NULL
        );
        CREATE INDEX jobs_by_request ON jobs (request_hash, status);
        CREATE TABLE outbox (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            job_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            message TEXT NOT NULL
        );
        CREATE INDEX outbox_by_job ON outbox (job_id);
        """,

        // Jobs have owners and turns, and can be edited. What was sent by processes of the version before is sent again from the logs.
        """
        ALTER TABLE jobs DROP COLUMN updated_ms;
        ALTER TABLE jobs ADD COLUMN owner TEXT NOT NULL DEFAULT '';
        ALTER TABLE jobs ADD COLUMN gateway TEXT NOT NULL DEFAULT '';
        ALTER TABLE jobs ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE jobs ADD COLUMN submitted TEXT NOT NULL DEFAULT '';
        ALTER TABLE jobs ADD COLUMN has_storyboard INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE jobs ADD COLUMN files TEXT NULL;
        ALTER TABLE jobs ADD COLUMN failure TEXT NULL;
        ALTER TABLE jobs ADD COLUMN started_ms INTEGER NULL;
        ALTER TABLE jobs ADD COLUMN ended_ms INTEGER NULL;
        UPDATE jobs SET
            submitted = (SELECT json_extract(entry, '$.event') FROM job_events WHERE job_id = jobs.id AND version = 1),
            has_storyboard = EXISTS (SELECT 1 FROM job_events WHERE job_id = jobs.id AND json_extract(entry, '$.event.type') = 'script_written'),
            files = (SELECT json_extract(entry, '$.event.files') FROM job_events WHERE job_id = jobs.id AND json_extract(entry, '$.event.type') = 'video_composed'),
            failure = (SELECT json_extract(entry, '$.event.failure') FROM job_events WHERE job_id = jobs.id AND json_extract(entry, '$.event.type') = 'stage_failed'),
            started_ms = created_ms,
            ended_ms = CASE WHEN status = 'Running' THEN NULL ELSE created_ms END;
        CREATE INDEX jobs_by_owner ON jobs (owner, id);
        CREATE INDEX jobs_by_status ON jobs (status, id);
        CREATE INDEX jobs_by_end ON jobs (ended_ms) WHERE ended_ms IS NOT NULL;
        DELETE FROM outbox;
        ALTER TABLE outbox ADD COLUMN gateway TEXT NOT NULL DEFAULT '';
        CREATE INDEX outbox_by_gateway ON outbox (gateway, id);
        CREATE TABLE submissions (
            owner TEXT NOT NULL,
            key TEXT NOT NULL,
            request_hash TEXT NOT NULL,
            job_id TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            PRIMARY KEY (owner, key)
        ) WITHOUT ROWID;
        CREATE INDEX submissions_by_time ON submissions (at_ms);
        """ + Keys.ApiKeyRow.Sql + Webhooks.WebhookTables.Sql,

        // The order of waiting jobs is in the table.
        """
        ALTER TABLE jobs ADD COLUMN turn INTEGER NULL;
        ALTER TABLE jobs ADD COLUMN heard_ms INTEGER NULL;
        UPDATE jobs SET turn = 1 WHERE status = 'Queued';
        DROP INDEX jobs_by_status;
        CREATE INDEX jobs_unfinished ON jobs (gateway, owner, status) WHERE ended_ms IS NULL;
        CREATE INDEX jobs_waiting ON jobs (gateway, turn, id) WHERE turn IS NOT NULL;
        CREATE INDEX jobs_waiting_by_owner ON jobs (gateway, owner, turn) WHERE turn IS NOT NULL;
        ALTER TABLE outbox ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN trace_parent TEXT NULL;
        """,
    ];
}
