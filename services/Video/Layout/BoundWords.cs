namespace Reelsmith.Video.Layout;

/// <summary>Words that no line ends with: articles, prepositions, conjunctions and possessives, which lean on the next.</summary>
internal static class BoundWords
{
    private static readonly Dictionary<string, HashSet<string>> ByLanguage = new()
    {
        ["en"] = Words("a an the of in on at to by for from with without into onto over under as and or but nor its his her their our your my no very"),
        ["de"] = Words("der die das den dem des ein eine einen einem einer eines und oder aber denn in im an am auf aus bei mit nach von vom zu zum zur für über unter vor durch ohne um als wie kein keine sehr"),
        ["fr"] = Words("le la les un une des du de d l au aux et ou mais ni car à en dans par pour sur sous avec sans chez ce cette ces son sa ses leur très ne"),
        ["es"] = Words("el la los las un una unos unas de del al a en con sin por para sobre entre y e o u pero ni su sus muy se"),
        ["it"] = Words("il lo la i gli le un uno una di del della dei delle da dal in nel nella con su sul per tra fra e o ma molto non si"),
        ["pt"] = Words("o a os as um uma de do da dos das em no na nos nas com sem por para sobre entre e ou mas muito não se"),
        ["nl"] = Words("de het een van in op aan te bij met voor uit over door naar en of maar geen"),
        ["sv"] = Words("en ett den det de av i på till för med om från och eller men"),
        ["da"] = Words("en et den det de af i på til for med om fra og eller men"),
        ["nb"] = Words("en et ei den det de av i på til for med om fra og eller men"),
        ["pl"] = Words("a i o u w z do na od po za we ze ku i oraz lub ale nie"),
        ["cs"] = Words("a i o u v z do na od po za ve ze ke k s že je jsou ne se"),
        ["ru"] = Words("а и о у в к с до на от по за во со из не но или для без под над при"),
        ["uk"] = Words("а і й о у в до на від по за з із не але або для без під над при"),
        ["tr"] = Words("bir ve ile ya da ki çok en bu şu"),
    };

    public static bool Leans(string word, string language)
    {
        var bare = word.Trim('"', '“', '”', '„', '«', '»', '(', '\'', '’').ToLowerInvariant();
        return bare.Length > 0 && ByLanguage.TryGetValue(Scripts.Primary(language), out var words) && words.Contains(bare);
    }

    private static HashSet<string> Words(string list) => [.. list.Split(' ')];
}
