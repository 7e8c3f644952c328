using Reelsmith.Contracts;

namespace Reelsmith.Gateway;

/// <summary>A film that somebody asks for.</summary>
/// <param name="Owner">Who asks: the id of a caller; empty for the person at this machine.</param>
public sealed record NewJob(string Owner, VideoRequest Request)
{
    /// <summary>The model that was named; kept to be told again.</summary>
    public string? Model { get; init; }

    public Guid? RemixOf { get; init; }

    public Webhook? Webhook { get; init; }

    /// <summary>Chosen by the caller: a second submission with the same key is the same job.</summary>
    public string? IdempotencyKey { get; init; }
}
