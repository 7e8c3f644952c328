using Microsoft.EntityFrameworkCore;

namespace Reelsmith.Gateway.Store;

/// <summary>Waiting jobs in fair order between their owners: start-time fair queueing (Goyal, Vin and Cheng, 1996) with every job of
/// the same weight. An owner's second waiting job comes after every other owner's first one; who was away gains nothing by it. The order is
/// in the job table, so that it outlives processes and is one for all of them.</summary>
internal sealed class WaitingLine(GatewayStore store, GatewayInstance instance, TimeProvider time)
{
    private const int Stride = 256;
    private static readonly TimeSpan MilestonesKept = TimeSpan.FromSeconds(2);

    private static readonly Func<GatewayDb, string, CancellationToken, Task<long?>> FirstTurn =
        EF.CompileAsyncQuery((GatewayDb db, string jobs, CancellationToken _) => db.Jobs.Where(row => row.Gateway == jobs && row.Turn != null).Min(row => row.Turn));

    private static readonly Func<GatewayDb, string, string, CancellationToken, Task<long?>> LastTurnOf =
        EF.CompileAsyncQuery((GatewayDb db, string jobs, string owner, CancellationToken _) => db.Jobs.Where(row => row.Gateway == jobs && row.Owner == owner && row.Turn != null).Max(row => row.Turn));

    private Transaction _within = new(default, 0);
    private Milestones _milestones = new([], 0);

    /// <summary>The turn of an owner's next job, within a commit.</summary>
    public async Task<long> Turn(GatewayDb db, string owner)
    {
        // What this very transaction has handed out is not in the table yet.
        if (_within.Context != db.ContextId) _within = new Transaction(db.ContextId, (await FirstTurn(db, instance.Jobs, CancellationToken.None) ?? 1) - 1);
        if (!_within.Last.TryGetValue(owner, out var last)) last = Math.Max(_within.Now, await LastTurnOf(db, instance.Jobs, owner, CancellationToken.None) ?? 0);
        return _within.Last[owner] = last + 1;
    }

    /// <summary>The jobs whose turn it is next.</summary>
    public async Task<Guid[]> Next(int most, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        return await db.Jobs.Where(row => row.Gateway == instance.Jobs && row.Turn != null).OrderBy(row => row.Turn).ThenBy(row => row.Id).Select(row => row.Id).Take(most).ToArrayAsync(cancellationToken);
    }

    /// <summary>How many jobs start before this one; null when it does not wait. In a long line that moves, a moment old.</summary>
    public async Task<int?> PositionOf(Guid jobId, CancellationToken cancellationToken)
    {
        await using var db = await store.Open();
        var found = await db.Jobs.Where(row => row.Id == jobId).Select(row => new { row.Turn, row.Gateway }).FirstOrDefaultAsync(cancellationToken);
        return found?.Turn is { } turn ? await Position(db, found.Gateway, turn, jobId, cancellationToken) : null;
    }

    /// <inheritdoc cref="PositionOf(Guid, CancellationToken)"/>
    public async Task<int?> PositionOf(JobRow row, CancellationToken cancellationToken)
    {
        if (row.Turn is not { } turn) return null;
        await using var db = await store.Open();
        return await Position(db, row.Gateway, turn, row.Id, cancellationToken);
    }

    private async Task<int> Position(GatewayDb db, string jobs, long turn, Guid jobId, CancellationToken cancellationToken)
    {
        var milestones = jobs == instance.Jobs ? await Current(db, cancellationToken) : new Milestones([], 0);
        var passed = milestones.Before(turn, jobId, out var from);
        return passed + await db.Database.SqlQuery<int>(from is { } start
            ? (FormattableString)$"SELECT count(*) AS \"Value\" FROM jobs WHERE gateway = {jobs} AND turn IS NOT NULL AND (turn, id) >= ({start.Turn}, {start.Id}) AND (turn, id) < ({turn}, {jobId})"
            : $"SELECT count(*) AS \"Value\" FROM jobs WHERE gateway = {jobs} AND turn IS NOT NULL AND (turn, id) < ({turn}, {jobId})").SingleAsync(cancellationToken);
    }

    // Counting a long line anew for everybody who asks would cost as much as its length: every so many places, one is remembered for a while.
    private async Task<Milestones> Current(GatewayDb db, CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _milestones);
        if (time.GetElapsedTime(known.At) < MilestonesKept && known.At != 0) return known;
        var at = time.GetTimestamp();
        var places = await db.Database.SqlQuery<Milestone>(
            $"SELECT turn AS \"Turn\", id AS \"Id\" FROM (SELECT turn, id, row_number() OVER (ORDER BY turn, id) AS n FROM jobs WHERE gateway = {instance.Jobs} AND turn IS NOT NULL) AS line WHERE n % {Stride} = 1 AND n > 1 ORDER BY turn, id")
            .ToArrayAsync(cancellationToken);
        var now = new Milestones(places, at);
        Volatile.Write(ref _milestones, now);
        return now;
    }

    /// <summary>What was asked and handed out within a commit; one at a time is made.</summary>
    private sealed record Transaction(DbContextId Context, long Now)
    {
        public Dictionary<string, long> Last { get; } = new(StringComparer.Ordinal);
    }

    private sealed record Milestone(long Turn, Guid Id);

    private sealed record Milestones(Milestone[] Places, long At)
    {
        /// <summary>How many jobs stand before the last milestone that is not behind a place, and that milestone.</summary>
        public int Before(long turn, Guid jobId, out Milestone? from)
        {
            var (low, high) = (0, Places.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Compare(Places[middle], turn, jobId) <= 0) low = middle + 1;
                else high = middle;
            }
            from = low == 0 ? null : Places[low - 1];
            return low * Stride;
        }

        // As both databases order ids: the bytes of a UUID as it is written.
        private static int Compare(Milestone place, long turn, Guid jobId) =>
            place.Turn != turn ? place.Turn.CompareTo(turn) : string.CompareOrdinal(place.Id.ToString(), jobId.ToString());
    }
}
