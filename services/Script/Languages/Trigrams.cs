namespace Reelsmith.Script.Languages;

/// <summary>Letters three by three, with a space at either end of a word.</summary>
internal static class Trigrams
{
    public static IEnumerable<string> Of(string text)
    {
        foreach (var word in Words.In(text))
        {
            var padded = $" {word.Lower} ";
            for (var i = 0; i + 3 <= padded.Length; i++) yield return padded.Substring(i, 3);
        }
    }
}
