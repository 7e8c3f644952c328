using Reelsmith.Script.Languages;
using Reelsmith.Script.Headlines;

namespace Reelsmith.Script.Pictures;

/// <summary>Chooses the colours of a film by what it is about.</summary>
internal static class Moods
{
    private const string Default = "ember";

    // Stems of words that point to a mood, in several languages.
    private static readonly (string Mood, string[] Words)[] s_signs =
    [
        ("ember", ["fire", "flame", "volcano", "lava", "magma", "war", "battle", "sun", "heat", "energy", "desert", "burn", "dragon", "sword", "fear", "murder", "Feuer", "Vulkan", "Krieg", "Sonne", "feu", "guerre", "soleil", "fuego", "guerra", "sol",
            "火", "战", "戰", "太阳", "太陽", "沙漠", "огонь", "вулкан", "война", "солнц", "نار", "حرب", "شمس"]),
        ("ocean", ["sea", "ocean", "water", "river", "lake", "fish", "whale", "ship", "boat", "sail", "wave", "island", "swim", "rain", "ice", "health", "blood", "doctor", "medicine", "data", "shore", "harbor", "harbour", "mermaid",
            "Meer", "Wasser", "Fluss", "Schiff", "Fisch", "mer", "océan", "eau", "rivière", "bateau", "mar", "agua", "barco", "pez", "海", "水", "河", "江", "湖", "鱼", "魚", "船", "岛", "島", "健康", "море", "вод", "рек", "корабл", "рыб", "بحر", "ماء", "سفينة", "نهر"]),
        ("forest", ["forest", "wood", "tree", "leaf", "grass", "garden", "farm", "bird", "animal", "fox", "wolf", "bear", "rabbit", "hare", "tortoise", "crow", "flower", "plant", "seed", "fruit", "food", "bread", "cheese", "grape", "money", "gold", "coin", "bank", "market", "field",
            "Wald", "Baum", "Vogel", "Fuchs", "Wolf", "Blume", "Garten", "Geld", "forêt", "arbre", "oiseau", "renard", "loup", "fleur", "bosque", "árbol", "zorro", "flor", "dinero", "树", "樹", "林", "花", "草", "鸟", "鳥", "森", "山", "田", "食", "钱", "錢", "лес", "дерев", "птиц", "лис", "волк", "شجر", "غابة", "ثعلب", "مال"]),
        ("cosmos", ["space", "star", "planet", "moon", "galaxy", "universe", "night", "mind", "brain", "dream", "computer", "machine", "robot", "software", "code", "atom", "quantum", "telescope", "rocket", "astronaut", "algorithm", "ghost",
            "Weltraum", "Stern", "Mond", "Traum", "Maschine", "espace", "étoile", "lune", "rêve", "espacio", "estrella", "luna", "sueño", "星", "月", "宇宙", "太空", "夜", "梦", "夢", "机器", "機器", "电脑", "電腦", "космос", "звезд", "звёзд", "лун", "нож", "فضاء", "نجم", "قمر"]),
    ];

    public static string Of(IEnumerable<string> sentences, string language, EnglishLexicon lexicon)
    {
        var text = string.Join('\n', sentences);
        var words = Words.In(text).Where(w => w.HasLetter).Select(w => w.Lower).ToArray();
        var english = SpokenLanguage.Primary(language) == "en";
        var bases = english ? words.Select(w => lexicon.NounBase(w) ?? w).ToArray() : words;
        var scores = s_signs.Select(sign => (sign.Mood, Score: sign.Words.Sum(w => Hits(w.ToLowerInvariant(), text, bases, english)))).ToArray();
        var best = scores.MaxBy(s => s.Score);
        // A few words in a long text say nothing.
        return best.Score >= 1 && best.Score * 150 >= words.Length ? best.Mood : Default;
    }

    private static double Hits(string sign, string text, string[] words, bool exact)
    {
        if (WritingSystems.IsEastAsian(sign[0])) return CountOf(text, sign) * 0.8;
        return words.Count(w => exact ? w == sign : w.StartsWith(sign, StringComparison.Ordinal) || (sign.Length > 3 && WritingSystems.Of(sign[0]) == WritingSystem.Arabic && w.Contains(sign, StringComparison.Ordinal)));
    }

    private static int CountOf(string text, string sign)
    {
        var count = 0;
        for (var i = text.IndexOf(sign, StringComparison.Ordinal); i >= 0; i = text.IndexOf(sign, i + sign.Length, StringComparison.Ordinal)) count++;
        return count;
    }
}
