namespace Reelsmith.Contracts;

/// <summary>Small words that a reader wants together with what follows them.</summary>
internal static class FunctionWords
{
    private static readonly Dictionary<string, HashSet<string>> Conjunctions = Sets(new()
    {
        ["en"] = "and but or nor so yet because that which who whom whose when where while if although though unless until since than as whether after before",
        ["de"] = "und oder aber denn sondern dass weil wenn als ob obwohl während bevor nachdem damit sodass der die das",
        ["fr"] = "et ou mais donc or ni car que qui quand lorsque parce puisque si comme dont où",
        ["es"] = "y e o u pero sino que porque cuando donde si aunque como mientras pues",
        ["it"] = "e ed o ma che perché quando dove se come mentre anche però",
        ["pt"] = "e ou mas que porque quando onde se embora como enquanto",
        ["nl"] = "en of maar want dat omdat als wanneer terwijl hoewel",
        ["ar"] = "أو ثم لكن لأن حين عندما الذي التي",
        ["ru"] = "и или но а что чтобы когда потому если как который",
    });

    private static readonly Dictionary<string, HashSet<string>> Leading = Sets(new()
    {
        ["en"] = "a an the of to in on at by for with from into onto over under about between through during without within against among around its his her their our your my this that these those some any every each no is are was were be been has have had will would can could may might must should do does did very more most not",
        ["de"] = "der die das den dem des ein eine einen einem einer eines von zu zum zur in im an am auf aus bei mit nach vor für über unter durch gegen ohne um ist sind war waren hat haben wird werden sehr nicht kein keine sein seine ihr ihre",
        ["fr"] = "le la les l un une des du de d à au aux en dans sur sous par pour avec sans entre vers chez ce cet cette ces son sa ses leur est sont a ont ne pas très plus",
        ["es"] = "el la los las un una unos unas de del a al en con por para sin sobre entre hacia su sus este esta es son fue no muy más",
        ["it"] = "il lo la i gli le un uno una di del della dei a al alla in nel nella con per su sul da dal tra fra è sono non molto più",
        ["pt"] = "o a os as um uma de do da dos das em no na nos nas com por para sem sobre entre seu sua é são não muito mais",
        ["nl"] = "de het een van in op aan bij met voor naar uit door over onder zonder is zijn was niet zeer",
        ["ar"] = "في من إلى على عن مع هو هي هذا هذه كان كانت لا لم لن ما",
        ["ru"] = "в во на с со к ко от из у о об по за для без при над под не это",
    });

    public static bool IsConjunction(string word, string language) => Has(Conjunctions, word, language);

    /// <summary>Articles, prepositions, auxiliaries and conjunctions: a line does not end with one.</summary>
    public static bool LeansForward(string word, string language) => Has(Leading, word, language) || Has(Conjunctions, word, language);

    private static bool Has(Dictionary<string, HashSet<string>> sets, string word, string language) =>
        sets.TryGetValue(language.Split('-')[0], out var set) && set.Contains(Bare(word));

    private static string Bare(string word) => new string([.. word.Where(char.IsLetterOrDigit)]).ToLowerInvariant();

    private static Dictionary<string, HashSet<string>> Sets(Dictionary<string, string> words) =>
        words.ToDictionary(w => w.Key, w => w.Value.Split(' ').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
