using Reelsmith.Script.Documents;

namespace Reelsmith.Script.Scenes;

/// <summary>The sentences that one scene speaks.</summary>
/// <param name="OpensSection">Whether a heading of the text stands before it.</param>
/// <param name="Follows">Whether its first sentence follows the last one of the scene before in the text, too.</param>
internal sealed record SceneText(IReadOnlyList<Sentence> Sentences, bool OpensSection, bool Follows)
{
    /// <summary>What is spoken.</summary>
    public string Narration => Join(Sentences);

    /// <summary>The heading that the scene stands under, or null.</summary>
    public string? Heading => Sentences[0].Heading;

    private static string Join(IReadOnlyList<Sentence> sentences)
    {
        var text = "";
        foreach (var sentence in sentences)
        {
            var spoken = Spoken(sentence);
            text += text.Length == 0 || Touches(text, spoken) ? spoken : " " + spoken;
        }
        return text;
    }

    /// <summary>No space is written beside Chinese and Japanese, whose quotation marks may be Western ones.</summary>
    private static bool Touches(string left, string right) => left[^1] > '\u2FFF' || right[0] > '\u2FFF'
        || (left[^1] is '”' or '’' or '…' or '—' && left.Length > 1 && left[^2] > '\u2FFF');

    /// <summary>An item of a list without a stop gets one, so that the voice makes a pause after it.</summary>
    private static string Spoken(Sentence sentence)
    {
        var text = sentence.Text;
        if (sentence.List == 0 || SentenceSplitter.EndsSentence(text)) return text;
        return text.TrimEnd(',', ';', ':', '，', '；', '：', ' ') + (text.Any(c => c > '\u2FFF') ? "。" : ".");
    }
}
