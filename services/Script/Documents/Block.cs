namespace Reelsmith.Script.Documents;

/// <summary>A heading, a paragraph or an item of a list.</summary>
/// <param name="Text">Without markup; lines are kept apart by \n.</param>
/// <param name="List">Number of the list that an item belongs to, from 1; 0 elsewhere.</param>
internal sealed record Block(BlockKind Kind, string Text, int List = 0);
