using System.Text;

namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Everything else: words, as far as an English voice can read their letters.</summary>
internal static class WordRules
{
    public static Reading Word(AtomContext context) => Reading.AsShown(context.Core, SayAll(context.Core));

    /// <summary>The words in a run of letters and signs ("AT&amp;T", "well-known", "café"); "" when there are none that can be read.</summary>
    public static string SayAll(string text)
    {
        var said = new List<string>();
        var word = new StringBuilder();
        foreach (var c in LatinLetters.Plain(text))
        {
            if (char.IsAsciiLetter(c) || (c == '\'' && word.Length > 0)) Add(c);
            else if (char.IsAsciiDigit(c)) Speak(EnglishNumbers.Digits(c.ToString()));
            else if (SymbolRules.Name(c) is { } name && c is not ('#' or '<' or '>' or '−')) Speak(name);
            else Close();
        }
        Close();
        return string.Join(' ', said);

        void Add(char c)
        {
            // "YouTube" is two words to the ear, "McDonald" one
            if (char.IsUpper(c) && word.Length > 0 && char.IsLower(word[^1]) && !(word.Length < 4 && word[0] == 'M')) Close();
            word.Append(c);
        }

        void Speak(string words)
        {
            Close();
            said.Add(words);
        }

        void Close()
        {
            var closed = word.ToString().Trim('\'');
            word.Clear();
            if (closed.Length == 0) return;
            var initials = text.Contains('&', StringComparison.Ordinal);
            if (!initials && said.Count == 0 && closed is "A" or "I") said.Add(closed.ToLowerInvariant());
            else if (text.Length > closed.Length && Initialisms.SaySpelled(closed, initials) is { } letters) said.Add(letters);
            else said.Add(closed.Length == 1 ? closed : closed.ToLowerInvariant());
        }
    }
}
