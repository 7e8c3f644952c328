using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Pictures;

/// <summary>Chooses theme and music by the voice in which a text is told.</summary>
internal static class Tone
{
    private static readonly string[] s_tense = ["murder", "fear", "terror", "horror", "death", "dead", "blood", "scream", "shriek", "war", "battle", "danger", "dark", "ghost", "kill", "killed", "crime", "storm", "attack", "crisis"];
    private static readonly string[] s_bright = ["happy", "laugh", "laughed", "play", "played", "fun", "joy", "party", "dance", "danced", "friend", "friends", "win", "won", "new", "simple", "easy", "fast", "launch", "start"];
    private static readonly string[] s_first = ["i", "my", "me", "mine", "we", "our", "ich", "mein", "meine", "wir", "je", "mon", "ma", "nous", "yo", "mi", "nosotros", "io", "mio", "eu", "meu", "я", "мой", "мы", "我", "أنا"];
    private static readonly string[] s_life = ["mother", "father", "grandmother", "grandfather", "mum", "mom", "dad", "childhood", "born", "school", "house", "home", "years", "remember", "married", "family", "brother", "sister", "village",
        "mutter", "vater", "kindheit", "geboren", "familie", "oma", "opa", "mère", "père", "enfance", "né", "née", "famille", "madre", "padre", "infancia", "nací", "familia", "мама", "отец", "детство", "родился", "родилась", "семья", "妈", "爸", "童", "母", "父"];

    /// <summary>"hearth" for a life told by who lived it, else "dusk".</summary>
    public static string Theme(IEnumerable<string> sentences)
    {
        var words = Lower(sentences);
        var first = words.Count(s_first.Contains);
        var life = words.Count(s_life.Contains);
        return first * 35 >= words.Length && life >= 3 && life * 90 >= words.Length && words.Count(s_tense.Contains) <= life / 2 ? "hearth" : "dusk";
    }

    public static string Music(IEnumerable<string> sentences, string theme, string mood)
    {
        if (theme == "hearth") return "warm";
        var words = Lower(sentences);
        var tense = words.Count(s_tense.Contains);
        var bright = words.Count(s_bright.Contains);
        if (tense > bright && tense * 120 >= words.Length) return "tense";
        if (bright > tense && bright * 100 >= words.Length) return "bright";
        return mood == "cosmos" ? "wonder" : mood == "ember" ? "wonder" : "calm";
    }

    private static string[] Lower(IEnumerable<string> sentences) => [.. sentences.SelectMany(Words.In).Select(w => w.Lower)];
}
