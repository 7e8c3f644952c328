namespace Reelsmith.Speech.Normalisation;

/// <summary>Groups words into sentences; what is too long to be spoken in one breath is cut, at a comma where there is one.</summary>
internal static class SentenceSplitter
{
    private const int LongestWords = 60;
    private const int LongestCharacters = 400;

    public static IReadOnlyList<SpeechSentence> Split(IReadOnlyList<SpeechWord> words)
    {
        var sentences = new List<SpeechSentence>();
        var sentence = new List<SpeechWord>();
        foreach (var word in words)
        {
            sentence.Add(word);
            if (word.Pause > Pause.Cut) Close();
            else if (sentence.Count >= LongestWords || sentence.Sum(w => w.Said.Length) >= LongestCharacters) Cut();
        }
        if (sentence.Count > 0) Close();
        return sentences;

        void Close()
        {
            sentences.Add(new SpeechSentence([.. sentence]));
            sentence.Clear();
        }

        void Cut()
        {
            var comma = sentence.FindLastIndex(word => word.Pause == Pause.Phrase);
            var end = comma >= sentence.Count / 3 ? comma : sentence.Count - 1;
            var rest = sentence.Skip(end + 1).ToList();
            sentence.RemoveRange(end + 1, rest.Count);
            sentence[end] = sentence[end] with { Pause = Pause.Cut };
            Close();
            sentence.AddRange(rest);
        }
    }
}
