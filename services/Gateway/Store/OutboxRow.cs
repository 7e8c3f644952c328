namespace Reelsmith.Gateway.Store;

/// <summary>A message that was decided on in the same transaction as its cause, and is not sent yet.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public Guid JobId { get; init; }

    /// <summary>The process that is to send it; see <see cref="GatewayInstance"/>.</summary>
    public required string Gateway { get; init; }

    /// <summary>Name of the contract.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of the message.</summary>
    public required string Message { get; init; }

    /// <summary>Span of whatever decided on it, as a <c>traceparent</c>; null: that was not traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was written, or its sending taken over, by the clock of a database that is shared.</summary>
    public long UnixMilliseconds { get; init; }
}
