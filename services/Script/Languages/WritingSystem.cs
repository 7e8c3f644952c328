namespace Reelsmith.Script.Languages;

/// <summary>The script that a text is written in.</summary>
internal enum WritingSystem
{
    None,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Devanagari,
    Bengali,
    Tamil,
    Thai,
    Georgian,
    Armenian,
    Han,
    Kana,
    Hangul,
}
