namespace Reelsmith.Contracts;

/// <param name="Voices">The best first.</param>
public sealed record VoicesListed(IReadOnlyList<ListedVoice> Voices);
