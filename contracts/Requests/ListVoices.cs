namespace Reelsmith.Contracts;

/// <summary>Asks which voices there are. A request: answered by <see cref="VoicesListed"/> or <see cref="RequestFailed"/>.</summary>
/// <param name="Language">BCP 47 tag: only voices that speak it; null: all.</param>
public sealed record ListVoices(string? Language);
