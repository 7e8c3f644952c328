using Reelsmith.Contracts;

namespace Reelsmith.Script.WordNet;

/// <summary>Writes an explanation of a short topic from what WordNet says, and from nothing else.</summary>
internal sealed class TopicExplainer(WordNetDatabase database)
{
    private readonly TopicReader _topics = new(database);
    private readonly Fields _fields = new(database);
    private readonly PartWriter _writer = new(database);

    /// <summary>The explanation; null when WordNet does not know the topic or the language is not English.</summary>
    /// <param name="language">BCP 47 tag of the prompt.</param>
    /// <param name="seconds">How long the narration should last; shorter when WordNet has not enough to say.</param>
    public Explanation? Explain(string prompt, string language, int seconds)
    {
        if (!language.Equals("en", StringComparison.OrdinalIgnoreCase) && !language.StartsWith("en-", StringComparison.OrdinalIgnoreCase)) return null;
        if (_topics.Read(prompt) is not { } topic) return null;
        var (field, mood) = _fields.Of(topic.Subject.Sense.Synset);
        var parts = _writer.Write(topic, seconds);
        if (parts.Count < 2) return null;
        var keys = parts.SelectMany(p => p.Facts).Select(f => f.SenseKey).Distinct(StringComparer.Ordinal);
        return new Explanation(topic.Title, $"{field}, explained", [.. parts.Select(p => p with { MoodHint = mood })],
            [new Source("wordnet", "WordNet 3.0", string.Join(", ", keys), "WordNet")]);
    }
}
