namespace Reelsmith.Gateway.Webhooks;

/// <summary>What came of sending an event.</summary>
/// <param name="Status">Of HTTP; null when there was no answer.</param>
/// <param name="Error">Why not, in a sentence.</param>
internal sealed record WebhookAnswer(DateTimeOffset At, int? Status, string? Error, TimeSpan Duration);
