using System.Text;
using Reelsmith.Speech.Normalisation;

namespace Reelsmith.Speech.Synthesis.Festival;

/// <summary>A sentence as Festival is given it: lower-case letters, apostrophes, spaces and .,?! and nothing else, so that it is
/// harmless inside a Scheme string and every token is a plain word that Festival's own text rules leave alone.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Tokens">How many of the text's tokens belong to each word.</param>
internal sealed record FestivalText(string Text, IReadOnlyList<int> Tokens)
{
    private const int LongestToken = 40;
    private const string LetterA = "ltra";

    public static FestivalText Of(SpeechSentence sentence)
    {
        var text = new StringBuilder();
        var counts = new List<int>(sentence.Words.Count);
        foreach (var word in sentence.Words)
        {
            var tokens = word.Said.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Tokenise).ToList();
            counts.Add(tokens.Count);
            foreach (var token in tokens) text.Append(token).Append(' ');
            if (word.Pause == Pause.Phrase && text.Length > 0) MarkLast(text, ',');
        }
        if (text.Length > 0) MarkLast(text, Final(sentence.Words[^1].Pause));
        return new FestivalText(text.ToString().TrimEnd(), counts);
    }

    private static IEnumerable<string> Tokenise(string said)
    {
        if (said.Length == 1 && char.IsAsciiLetterUpper(said[0])) return [said == "A" ? LetterA : said.ToLowerInvariant()];
        var letters = new string(LatinLetters.Plain(said).ToLowerInvariant().Where(c => char.IsAsciiLetterLower(c) || c == '\'').ToArray()).Trim('\'');
        return letters.Chunk(LongestToken).Select(part => new string(part).Trim('\'')).Where(part => part.Length > 0);
    }

    private static void MarkLast(StringBuilder text, char mark)
    {
        if (char.IsAsciiLetterLower(text[^2])) text.Insert(text.Length - 1, mark);
        else text[^2] = mark;
    }

    private static char Final(Pause pause) => pause switch
    {
        Pause.Question => '?',
        Pause.Exclamation => '!',
        Pause.Cut => ',',
        _ => '.',
    };
}
