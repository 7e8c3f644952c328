namespace Reelsmith.Video.Layout;

/// <summary>Words that no line ends with: articles, prepositions, conjunctions and other words that lean on the next.</summary>
internal static class BoundWords
{
    private static readonly Dictionary<string, HashSet<string>> ByLanguage = new()
    {
        ["en"] = Words("a an the of in on at to by for from with without into onto over under than as and or but nor that which who whose this these those its his her their our your my is are was were be no not if when where while because so very most more"),
        ["de"] = Words("der die das den dem des ein eine einen einem einer eines und oder aber denn in im an am auf aus bei mit nach von vom zu zum zur für über unter vor durch ohne um als wie dass wenn weil ist sind war nicht kein keine sehr mehr"),
        ["fr"] = Words("le la les un une des du de d l au aux et ou mais ni car à en dans par pour sur sous avec sans chez que qui dont ce cette ces son sa ses leur est sont très plus ne pas"),
        ["es"] = Words("el la los las un una unos unas de del al a en con sin por para sobre entre y e o u pero ni que como su sus es son muy más no se"),
        ["it"] = Words("il lo la i gli le un uno una di del della dei delle da dal in nel nella con su sul per tra fra e o ma che come è sono molto più non si"),
        ["pt"] = Words("o a os as um uma de do da dos das em no na nos nas com sem por para sobre entre e ou mas que como é são muito mais não se"),
        ["nl"] = Words("de het een van in op aan te bij met voor uit over door naar en of maar dat die als is zijn niet geen"),
        ["sv"] = Words("en ett den det de av i på till för med om från och eller men att som är var inte"),
        ["da"] = Words("en et den det de af i på til for med om fra og eller men at som er var ikke"),
        ["nb"] = Words("en et ei den det de av i på til for med om fra og eller men at som er var ikke"),
        ["pl"] = Words("a i o u w z do na od po za we ze ku i oraz lub ale że jest są nie się"),
        ["cs"] = Words("a i o u v z do na od po za ve ze ke k s že je jsou ne se"),
        ["ru"] = Words("а и о у в к с до на от по за во со из не но или что как для без под над при"),
        ["uk"] = Words("а і й о у в до на від по за з із не але або що як для без під над при"),
        ["tr"] = Words("bir ve ile ya da ki çok en bu şu"),
    };

    public static bool Leans(string word, string language)
    {
        var bare = word.Trim('"', '“', '”', '„', '«', '»', '(', '\'', '’').ToLowerInvariant();
        return bare.Length > 0 && ByLanguage.TryGetValue(Scripts.Primary(language), out var words) && words.Contains(bare);
    }

    private static HashSet<string> Words(string list) => [.. list.Split(' ')];
}
