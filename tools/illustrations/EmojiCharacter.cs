namespace Reelsmith.Illustrations.Tool;

/// <summary>The character that an icon draws.</summary>
/// <param name="Text">Without variation selectors, as CLDR writes it.</param>
/// <param name="Group">"animals-nature", "objects"…</param>
/// <param name="Subgroup">"animal-mammal", "tool"…</param>
/// <param name="Order">Place in Unicode's list.</param>
internal sealed record EmojiCharacter(string Text, string Group, string Subgroup, int Order);
