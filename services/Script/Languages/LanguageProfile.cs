using System.Collections.Frozen;

namespace Reelsmith.Script.Languages;

/// <summary>What a language looks like: its stop words, and how often its letters follow each other three by three.</summary>
/// <param name="tag">BCP 47.</param>
internal sealed class LanguageProfile(string tag, WritingSystem script, FrozenSet<string> stopWords, FrozenDictionary<string, float> trigrams, FrozenDictionary<string, float> commonWords)
{
    private const float Unseen = -11f;

    public string Tag { get; } = tag;

    public WritingSystem Script { get; } = script;

    public FrozenSet<string> StopWords { get; } = stopWords;

    /// <summary>Words of the profile's sample text and its stop words, with their weights in detection.</summary>
    public FrozenDictionary<string, float> CommonWords { get; } = commonWords;

    /// <summary>Natural logarithm of the trigram's probability in this language.</summary>
    public float LogProbability(string trigram) => trigrams.GetValueOrDefault(trigram, Unseen);

    /// <summary>Builds a profile from a resource: stop words on the first line, running text after it.</summary>
    public static LanguageProfile Parse(string tag, string resource)
    {
        var newline = resource.IndexOf('\n', StringComparison.Ordinal);
        var stop = resource[..newline].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sample = resource[(newline + 1)..];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        // Stop words are the commonest words of the language, but every one of a long list is not equally common: they count little.
        foreach (var trigram in Trigrams.Of(sample)) counts[trigram] = counts.GetValueOrDefault(trigram) + 2;
        foreach (var trigram in stop.Take(120).SelectMany(Trigrams.Of)) counts[trigram] = counts.GetValueOrDefault(trigram) + 1;
        var total = counts.Values.Sum();
        var logs = counts.ToFrozenDictionary(c => c.Key, c => MathF.Log((float)c.Value / total), StringComparer.Ordinal);
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var group in Words.In(sample).Select(w => w.Lower).GroupBy(w => w, StringComparer.Ordinal))
        {
            if (group.Count() >= 3) words[group.Key] = MathF.Min(1.5f, 0.4f + (MathF.Log(group.Count()) * 0.3f));
        }
        if (tag == "en") stop = [.. stop.Union(EnglishWords.Function, StringComparer.Ordinal)];
        foreach (var word in stop) words[word] = MathF.Max(words.GetValueOrDefault(word), word.Length > 1 ? 1f : 0.5f);
        var counted = WritingSystems.Count(sample);
        var script = (WritingSystem)Array.IndexOf(counted, counted.Skip(1).Max());
        return new LanguageProfile(tag, script, stop.ToFrozenSet(StringComparer.Ordinal), logs, words.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
