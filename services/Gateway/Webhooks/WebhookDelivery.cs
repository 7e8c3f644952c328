using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Webhooks;

/// <summary>An event on its way to a receiver; a row that is written in one transaction with what it tells.</summary>
internal sealed class WebhookDelivery
{
    private const int Gone = 410;

    /// <summary>"evt_…": the event's id, and the <c>webhook-id</c> of every attempt.</summary>
    public required string Id { get; init; }

    public Guid JobId { get; init; }

    public required string Owner { get; init; }

    public required string Url { get; init; }

    /// <summary>Scheme, host and port. What one receiver is slow to answer must not hold up others.</summary>
    public required string Receiver { get; init; }

    /// <summary>The webhook's own secret; null: whatever the owner's is when it is sent.</summary>
    public string? Secret { get; init; }

    public required string Type { get; init; }

    /// <summary>JSON, as it is signed and sent each time.</summary>
    public required string Body { get; init; }

    public long CreatedUnixMilliseconds { get; init; }

    /// <summary>How often it was sent in all.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many of the schedule's delays were used.</summary>
    public int Retries { get; private set; }

    /// <summary>When it is sent next; while it is being sent, when it would be sent again if nothing were heard of that; null: no more.</summary>
    public long? NextUnixMilliseconds { get; private set; }

    public DeliveryState State { get; private set; }

    public int? LastStatus { get; private set; }

    public string? LastError { get; private set; }

    /// <param name="revision">Of the job, which ends once in each.</param>
    /// <param name="type"><see cref="WebhookEvent.TypeOf"/> its status.</param>
    public static WebhookDelivery Of(Guid jobId, int revision, string owner, Webhook webhook, string type, DateTimeOffset now)
    {
        var id = WebhookEvent.IdOf(jobId, revision);
        return new WebhookDelivery
        {
            Id = id,
            JobId = jobId,
            Owner = owner,
            Url = webhook.Url,
            Receiver = new Uri(webhook.Url).GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped),
            Secret = webhook.Secret,
            Type = type,
            Body = WebhookEvent.Body(id, type, jobId, now),
            CreatedUnixMilliseconds = now.ToUnixTimeMilliseconds(),
            NextUnixMilliseconds = now.ToUnixTimeMilliseconds(),
        };
    }

    /// <summary>Takes the delivery for a sender: nobody else sends it until then.</summary>
    public void Take(DateTimeOffset until) => NextUnixMilliseconds = until.ToUnixTimeMilliseconds();

    /// <summary>Sends it once more, with a schedule of its own.</summary>
    public void SendAgain(DateTimeOffset now) => (State, Retries, NextUnixMilliseconds) = (DeliveryState.Pending, 0, now.ToUnixTimeMilliseconds());

    /// <summary>What was answered.</summary>
    /// <param name="taken">When the sender that got the answer held it until. Where that has changed, somebody asked for it once more meanwhile.</param>
    public WebhookAttempt Note(WebhookAnswer answer, long? taken, WebhookSchedule schedule, DateTimeOffset now)
    {
        Attempts++;
        (LastStatus, LastError) = (answer.Status, answer.Error);
        if (NextUnixMilliseconds == taken)
        {
            (State, NextUnixMilliseconds) = answer.Status switch
            {
                >= 200 and < 300 => (DeliveryState.Delivered, null),
                Gone => (DeliveryState.Failed, null),
                _ => schedule.After(Retries++) is { } delay ? (DeliveryState.Pending, (now + delay).ToUnixTimeMilliseconds()) : (DeliveryState.Failed, (long?)null),
            };
        }
        return new WebhookAttempt
        {
            DeliveryId = Id,
            Number = Attempts,
            AtUnixMilliseconds = answer.At.ToUnixTimeMilliseconds(),
            Status = answer.Status,
            Error = answer.Error,
            DurationMilliseconds = (long)answer.Duration.TotalMilliseconds,
        };
    }
}
