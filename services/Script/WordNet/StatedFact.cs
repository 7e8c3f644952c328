namespace Reelsmith.Script.WordNet;

/// <summary>What an explanation says and where in WordNet it stands.</summary>
/// <param name="SenseKey">"volcano%1:17:00::".</param>
/// <param name="Fragment">Words of the gloss, or the related word that is named.</param>
internal sealed record StatedFact(string SenseKey, string Fragment);
