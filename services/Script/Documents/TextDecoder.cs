using System.Text;
using Reelsmith.Contracts;

namespace Reelsmith.Script.Documents;

/// <summary>Bytes of a given file as text.</summary>
internal static class TextDecoder
{
    private const string Hint = "Give a text file in UTF-8 (plain text or Markdown).";

    /// <summary>UTF-8, or UTF-16 with a byte order mark; line ends become \n, control characters go.</summary>
    /// <exception cref="ReelsmithException">text_not_text: the bytes are no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
            _ => Utf8(bytes),
        };
        if (text.Contains('\0', StringComparison.Ordinal)) throw NotText();
        return Clean(text);
    }

    /// <summary>Line ends as \n; control characters, byte order marks and soft hyphens gone; odd spaces as spaces.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r':
                    if (i + 1 >= text.Length || text[i + 1] != '\n') clean.Append('\n');
                    break;
                case '\n' or '\t':
                    clean.Append(c);
                    break;
                case '\f' or '\v' or '\u0085' or '\u2028' or '\u2029':
                    clean.Append('\n');
                    break;
                case '\uFEFF' or '\u00AD' or '\u200B' or '\u2060' or '\uFFFD' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E'):
                    break;
                case '\u00A0' or '\u202F' or '\u2007':
                    clean.Append(' ');
                    break;
                default:
                    if (char.IsSurrogate(c))
                    {
                        if (i + 1 >= text.Length || !char.IsSurrogatePair(c, text[i + 1])) break;
                        clean.Append(c).Append(text[++i]);
                    }
                    else if (!char.IsControl(c))
                    {
                        clean.Append(c);
                    }
                    break;
            }
        }
        return clean.ToString();
    }

    private static string Utf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw NotText();

    private static ReelsmithException NotText() => ReelsmithException.InvalidInput("text_not_text", "The given file is not a text in UTF-8.", Hint);
}
