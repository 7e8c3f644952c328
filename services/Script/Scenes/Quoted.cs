namespace Reelsmith.Script.Scenes;

/// <summary>Words that somebody says, and who.</summary>
/// <param name="Words">Without their quotation marks.</param>
/// <param name="Speaker">As the text names them, or null.</param>
internal sealed record Quoted(string Words, string? Speaker);
