namespace Reelsmith.Video.Layout;

/// <summary>The smallest part of a text that a line may end with.</summary>
/// <param name="Start">Place in the text, UTF-16.</param>
/// <param name="End">After its last unit; spaces behind it belong to no piece.</param>
/// <param name="Break">What it costs to end a line here.</param>
internal readonly record struct Piece(int Start, int End, BreakCost Break);
