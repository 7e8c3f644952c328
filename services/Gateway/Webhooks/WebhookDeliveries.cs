using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>Events that are to be told, and what came of telling them. Several processes may send from one store.</summary>
internal sealed class WebhookDeliveries(WebhookStore store, WebhookSchedule schedule, WebhookSignal signal, TimeProvider time)
{
    /// <summary>How long a delivery belongs to the sender that took it; longer than sending takes. A sender that dies leaves it to others then.</summary>
    public static TimeSpan Held { get; } = TimeSpan.FromSeconds(30);

    private const int MostListed = 100;
    private const int AttemptsKept = 50;

    /// <summary>When something is to be sent next; null: nothing is.</summary>
    /// <param name="busy">Receivers that are left alone for now.</param>
    public Task<DateTimeOffset?> NextDue(IReadOnlyCollection<string> busy, CancellationToken cancellationToken) => store.Read<DateTimeOffset?>(async db =>
        await Waiting(db, busy).Select(delivery => delivery.NextUnixMilliseconds).FirstOrDefaultAsync(cancellationToken) is { } next ? DateTimeOffset.FromUnixTimeMilliseconds(next) : null);

    /// <summary>Takes what is due first, so that nobody else sends it.</summary>
    /// <returns>Null: nothing is due.</returns>
    public Task<WebhookDelivery?> Take(IReadOnlyCollection<string> busy) => store.Write(async db =>
    {
        var now = time.GetUtcNow();
        var limit = now.ToUnixTimeMilliseconds();
        if (await Waiting(db, busy).AsNoTracking().FirstOrDefaultAsync(delivery => delivery.NextUnixMilliseconds <= limit) is not { } due) return null;
        var before = due.NextUnixMilliseconds;
        due.Take(now + Held);
        // Of two gateways that saw it due, the second finds it changed.
        var taken = await db.Set<WebhookDelivery>().Where(delivery => delivery.Id == due.Id && delivery.NextUnixMilliseconds == before)
            .ExecuteUpdateAsync(delivery => delivery.SetProperty(d => d.NextUnixMilliseconds, due.NextUnixMilliseconds));
        return taken == 1 ? due : null;
    });

    /// <summary>Writes down what was answered.</summary>
    /// <param name="sent">As it was taken.</param>
    public Task<DeliveryState> Note(WebhookDelivery sent, WebhookAnswer answer) => store.Write(async db =>
    {
        if (await db.Set<WebhookDelivery>().FindAsync(sent.Id) is not { } delivery) return DeliveryState.Failed;
        db.Add(delivery.Note(answer, sent.NextUnixMilliseconds, schedule, time.GetUtcNow()));
        var old = delivery.Attempts - AttemptsKept;
        if (old > 0) await db.Set<WebhookAttempt>().Where(attempt => attempt.DeliveryId == sent.Id && attempt.Number <= old).ExecuteDeleteAsync();
        await db.SaveChangesAsync();
        // A job that was removed meanwhile has left its unsent news behind.
        if (delivery.NextUnixMilliseconds is null && !await db.Jobs.AnyAsync(job => job.Id == sent.JobId)) await Remove(db, [sent.JobId]);
        return delivery.State;
    });

    /// <summary>The deliveries of a job, the latest first, each with its latest attempts.</summary>
    public Task<IReadOnlyList<WebhookDeliveryAnswer>> List(Guid jobId, CancellationToken cancellationToken) => store.Read(async db =>
    {
        var rows = await db.Set<WebhookDelivery>().AsNoTracking().Where(delivery => delivery.JobId == jobId)
            .OrderByDescending(delivery => delivery.CreatedUnixMilliseconds).Take(MostListed).ToListAsync(cancellationToken);
        return await WithAttempts(db, rows, cancellationToken);
    });

    /// <summary>Sends an event once more, whatever came of it before.</summary>
    /// <exception cref="ReelsmithException">The job has no such delivery.</exception>
    public async Task<WebhookDeliveryAnswer> SendAgain(Guid jobId, string id, CancellationToken cancellationToken)
    {
        var answer = await store.Write(async db =>
        {
            var delivery = await db.Set<WebhookDelivery>().FirstOrDefaultAsync(delivery => delivery.Id == id && delivery.JobId == jobId, cancellationToken)
                ?? throw ReelsmithException.NotFound("delivery_not_found", "The video has no such webhook delivery.", "GET …/webhook_deliveries lists those it has.");
            delivery.SendAgain(time.GetUtcNow());
            return (await WithAttempts(db, [delivery], cancellationToken))[0];
        });
        signal.Raise();
        return answer;
    }

    /// <summary>Forgets what was told of jobs. What is still to be told is told, then forgotten too.</summary>
    public static async Task Remove(GatewayDb db, Guid[] jobs)
    {
        var told = db.Set<WebhookDelivery>().Where(delivery => jobs.Contains(delivery.JobId) && delivery.NextUnixMilliseconds == null);
        await db.Set<WebhookAttempt>().Where(attempt => told.Any(delivery => delivery.Id == attempt.DeliveryId)).ExecuteDeleteAsync();
        await told.ExecuteDeleteAsync();
    }

    private static IQueryable<WebhookDelivery> Waiting(GatewayDb db, IReadOnlyCollection<string> busy) =>
        db.Set<WebhookDelivery>().Where(delivery => delivery.NextUnixMilliseconds != null && !busy.Contains(delivery.Receiver)).OrderBy(delivery => delivery.NextUnixMilliseconds);

    private static async Task<IReadOnlyList<WebhookDeliveryAnswer>> WithAttempts(GatewayDb db, IReadOnlyList<WebhookDelivery> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var attempts = (await db.Set<WebhookAttempt>().AsNoTracking().Where(attempt => ids.Contains(attempt.DeliveryId)).OrderBy(attempt => attempt.Number).ToListAsync(cancellationToken))
            .ToLookup(attempt => attempt.DeliveryId);
        return [.. rows.Select(row => WebhookDeliveryAnswer.Of(row, attempts[row.Id]))];
    }
}
