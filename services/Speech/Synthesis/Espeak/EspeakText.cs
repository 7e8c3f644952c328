using System.Text;
using Reelsmith.Speech.Normalisation;

namespace Reelsmith.Speech.Synthesis.Espeak;

/// <summary>A sentence as eSpeak NG is given it.</summary>
/// <param name="Text">One line.</param>
/// <param name="Starts">Where each word starts in it, in code points.</param>
internal sealed record EspeakText(string Text, IReadOnlyList<int> Starts)
{
    public static EspeakText Of(SpeechSentence sentence)
    {
        var text = new StringBuilder();
        var starts = new List<int>(sentence.Words.Count);
        var position = 0;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            starts.Add(position);
            Append(Spelled(Clean(word.Said)));
            if (i == sentence.Words.Count - 1) Append(Final(word.Pause));
            else if (word.Pause == Pause.Phrase) Append(", ");
            else if (NeedsSpace(word, sentence.Words[i + 1])) Append(" ");
        }
        return new EspeakText(text.ToString(), starts);

        void Append(string part)
        {
            text.Append(part);
            position += part.EnumerateRunes().Count();
        }
    }

    // a lone capital A is read as the article
    private static string Spelled(string said) => said.Contains('A', StringComparison.Ordinal)
        ? string.Join(' ', said.Split(' ').Select(token => token == "A" ? "ay" : token))
        : said;

    private static string Clean(string said) => string.Concat(said.Select(c => char.IsControl(c) ? ' ' : c));

    private static bool NeedsSpace(SpeechWord word, SpeechWord next) =>
        word.SpaceAfter || word.Said.Length == 0 || next.Said.Length == 0 || !IsUnspaced(word.Said[^1]) || !IsUnspaced(next.Said[0]);

    // ideographs and kana: a space between them would hide whole words from the engine's dictionary
    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u9fff' or >= '\ud800' and <= '\udfff';

    private static string Final(Pause pause) => pause switch
    {
        Pause.Question => "?",
        Pause.Exclamation => "!",
        Pause.Cut => ",",
        _ => ".",
    };
}
