namespace Reelsmith.Script.Languages;

/// <summary>A word of a text and its place.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">In UTF-16 code units.</param>
internal readonly record struct Word(string Text, int Start)
{
    public int End => Start + Text.Length;

    /// <summary>Lower case, with typographic apostrophes as plain ones.</summary>
    public string Lower => Text.ToLowerInvariant().Replace('’', '\'');

    public bool IsCapitalised => char.IsUpper(Text[0]);

    public bool HasLetter => Text.Any(char.IsLetter);
}
