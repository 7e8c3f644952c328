using System.Collections.Frozen;
using Reelsmith.Script.Languages;

namespace Reelsmith.Script.Headlines;

/// <summary>Words that join: they open a clause or a phrase, end none, and are dropped from the front of a headline.</summary>
internal sealed class LinkWords
{
    private static readonly FrozenDictionary<string, (string Conjunctions, string Prepositions, string Articles)> s_words =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
        {
            ["en"] = ("and but or so yet nor for because although though while when whenever whereas if unless that which who whom whose where as until since lest whether however therefore thus hence then moreover furthermore nevertheless meanwhile also besides instead otherwise consequently indeed well still again finally perhaps even",
                string.Join(' ', EnglishWords.Prepositions), "the a an this that these those his her its their our my your"),
            ["de"] = ("und oder aber doch denn sondern dass daß weil wenn als ob da damit obwohl während bevor nachdem bis indem sodass so dann also deshalb daher jedoch trotzdem dabei nun auch der die das welche welcher",
                "in im an am auf aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um über unter vor hinter neben zwischen trotz wegen während", "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre kein keine"),
            ["fr"] = ("et ou mais donc or ni car que qu qui dont où lorsque quand si comme puisque parce alors puis cependant pourtant ainsi aussi",
                "à au aux de du des en dans sur sous avec sans pour par chez vers entre depuis pendant contre après avant", "le la les l un une des ce cet cette ces son sa ses leur leurs"),
            ["es"] = ("y e o u pero sino que porque cuando si como aunque mientras pues donde quien entonces luego así también además sin embargo",
                "a al de del en con sin por para sobre entre desde hasta contra hacia tras durante", "el la los las un una unos unas su sus este esta estos estas"),
            ["it"] = ("e ed o ma che perché quando se come mentre dove cui poi allora così quindi però anche inoltre",
                "a al alla di del della dei delle in nel nella con senza per su sul sulla tra fra da dal dalla", "il lo la i gli le un uno una suo sua questo questa"),
            ["pt"] = ("e ou mas que porque quando se como embora enquanto onde então depois assim também além",
                "a ao à de do da dos das em no na nos nas com sem por para sobre entre desde até contra", "o a os as um uma seu sua este esta"),
            ["nl"] = ("en of maar want dat omdat als toen terwijl hoewel zodat die wie waar dus dan ook echter toch",
                "in op aan bij met naar van voor door uit over onder tegen tussen om te tot na", "de het een zijn haar hun dit deze die"),
            ["sv"] = ("och eller men för att som när om eftersom då medan så där också sedan", "i på av med från till för om under över mellan genom utan mot vid hos", "en ett den det de sin sitt sina"),
            ["ru"] = ("и а но или что чтобы потому если когда как где который которая которое которые хотя поэтому тогда затем также однако", "в во на с со из от до для по за над под при о об у к без через между", "этот эта это эти"),
            ["uk"] = ("і й та а але або що щоб бо якщо коли як де який яка яке які хоча тому тоді також однак", "в у на з із від до для по за над під при про без через між", "цей ця це ці"),
            ["pl"] = ("i a ale lub oraz że żeby bo ponieważ jeśli gdy kiedy jak gdzie który która które choć więc wtedy także jednak", "w we na z ze od do dla po za nad pod przy o u bez przez między", "ten ta to te"),
            ["ar"] = ("و ثم أو لكن ولكن أن إن لأن إذا عندما حيث الذي التي كما بل", "في من إلى على عن مع بين بعد قبل حتى تحت فوق", "هذا هذه ذلك تلك"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenSet<string> _conjunctions;
    private readonly FrozenSet<string> _prepositions;
    private readonly FrozenSet<string> _articles;

    public LinkWords(string language)
    {
        var (conjunctions, prepositions, articles) = s_words.GetValueOrDefault(SpokenLanguage.Primary(language), ("", "", ""));
        _conjunctions = Set(conjunctions);
        _prepositions = Set(prepositions);
        _articles = Set(articles);
    }

    public bool IsConjunction(string lower) => _conjunctions.Contains(lower);

    public bool IsPreposition(string lower) => _prepositions.Contains(lower);

    public bool IsArticle(string lower) => _articles.Contains(lower);

    /// <summary>Whether no phrase ends with the word.</summary>
    public bool OpensOnly(string lower) => IsConjunction(lower) || IsPreposition(lower) || IsArticle(lower);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
