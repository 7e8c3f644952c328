using System.Collections.Frozen;

namespace Reelsmith.Script.Languages;

/// <summary>What is known of English words without a dictionary.</summary>
internal static class EnglishWords
{
    private static readonly FrozenSet<string> s_function = Set(
        "a about above across after again against ago all almost alone along already also although always am among an and another any anybody anyone anything are aren't around as at away " +
        "back be became because become becomes been before began behind being below beside besides best better between beyond both but by " +
        "came can can't cannot could couldn't did didn't do does doesn't doing done don't down during each either else enough even ever every everybody everyone everything except " +
        "far few first for former from further gave get gets give given go goes going gone got had hadn't has hasn't have haven't having he he'd he'll he's hence her here here's hers herself him himself his how however " +
        "i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll it's its itself just keep kept know known last later least less let let's like likely long longer " +
        "made make makes making many may maybe me might mine more moreover most mostly much must mustn't my myself near nearly neither never nevertheless next no nobody none nor not nothing now nowhere " +
        "of off often oh on once one ones only onto or other others otherwise ought our ours ourselves out over own perhaps put quite rather really " +
        "said same saw say says see seem seemed seems seen several shall she she'd she'll she's should shouldn't since so some somebody someone something sometimes somewhere soon still such " +
        "take taken than that that's the their theirs them themselves then there there's thereby therefore these they they'd they'll they're they've thing things this those though three through throughout thus till to together too took toward towards two " +
        "under until unto up upon us use used uses using usually very want was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when whenever where where's whereas wherever whether which while who who's whoever whole whom whose why will with within without won't would wouldn't " +
        "yes yet you you'd you'll you're you've your yours yourself yourselves thou thee thy thine hath doth ye unless according able mr mrs ms dr etc");

    public static readonly FrozenSet<string> Pronouns = Set("he she it they we i you him her them us this that these those his its their here there such another one");

    /// <summary>Openers that hang on the sentence before.</summary>
    public static readonly FrozenSet<string> Connectives = Set(
        "and but or so yet nor for however therefore thus hence then moreover furthermore nevertheless nonetheless meanwhile also besides instead otherwise consequently accordingly still " +
        "likewise similarly additionally finally afterwards thereupon anyway indeed now well because although though");

    public static readonly FrozenSet<string> Prepositions = Set(
        "in on at with from by for during after before since until through into over under between among within without across against along around behind beyond near upon above below toward towards onto beneath beside amid despite throughout like about of to as than");

    public static readonly FrozenSet<string> Determiners = Set("the a an this that these those his her its their our my your some any no each every all both many most several such another what few");

    /// <summary>Verbs so common that they need no dictionary; with them a run of words is a clause.</summary>
    public static readonly FrozenSet<string> Verbs = Set(
        "is are was were be been am has have had do does did can could will would shall should may might must said says went came made makes took takes gave gives saw sees got gets put let set " +
        "began begins became becomes stood stands sat sits ran runs fell falls found finds kept keeps left leaves lay lies led held holds heard knew knows thought told felt met brought bought caught grew grows flew " +
        "drew wrote spoke broke chose ate drank drove rode rose shone sang swam threw wore won built sent spent slept lost meant paid read turned seemed looked lived cried asked replied " +
        "it's he's she's that's there's isn't wasn't don't doesn't didn't can't couldn't won't wouldn't i'm you're they're we're i've we've");

    /// <summary>Words without content of their own.</summary>
    public static IEnumerable<string> Function => s_function;

    public static bool IsFunction(string lower) => s_function.Contains(lower);

    /// <summary>Strips plural and simple verb endings (the first steps of Porter's stemmer).</summary>
    public static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 5 } when word.EndsWith("oes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
        { Length: > 6 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        { Length: > 5 } when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
        _ => word,
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
