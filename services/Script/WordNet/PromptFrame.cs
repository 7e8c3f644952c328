using System.Text.RegularExpressions;

namespace Reelsmith.Script.WordNet;

/// <summary>Takes the words off a prompt that ask for a film and leaves those that say what it is about.</summary>
internal static partial class PromptFrame
{
    /// <summary>The prompt without requests ("tell me about", "in 60 seconds"), its spaces and end marks tidied; questions stay questions.</summary>
    public static string WithoutRequest(string prompt)
    {
        var text = Spaces().Replace(prompt.Trim(), " ").Replace('’', '\'').Trim('"', '“', '”', ' ');
        string before;
        do
        {
            before = text;
            text = Request().Replace(text, "");
            text = Ending().Replace(text, "$1");
        }
        while (text != before && text.Length > 0);
        return text.Trim(' ', ',', ':', '-', '.', '!');
    }

    /// <summary>As a title: capital first, question mark kept or given.</summary>
    public static string Title(string text, bool question)
    {
        var bare = text.TrimEnd('?', '.', '!', ' ');
        if (bare.Length == 0) return bare;
        return char.ToUpperInvariant(bare[0]) + bare[1..] + (question ? "?" : "");
    }

    [GeneratedRegex(@"^(?:please|hey|hi|hello|ok|so|now|can you|could you|would you|will you|i (?:would like|want|need)(?: you)? to (?:know|learn|understand|see|tell|explain)(?: me)?(?: about)?(?! (?:what|how|why)\b)|i(?:'d| would) like to (?:know|learn)(?: about)?|(?:make|create|produce|generate|give|show|write|do|film)(?: me| us)? (?:an?|the|some) (?:[a-z0-9-]+ ){0,3}?(?:video|film|clip|movie|explainer|explanation|documentary|introduction|overview|summary)(?: that explains| explaining| about| on| of| to| for)?|(?:an?|the) (?:[a-z0-9-]+ ){0,2}?(?:video|film|clip|movie|explainer|documentary)(?: that explains| explaining| about| on| of| for)?|(?:tell|teach|show) (?:me|us)(?: all| everything| something| more)?(?: about)?|explain(?: to me| to us)?|describe|define|discuss|introduce|let's talk about|talk(?: to me)? about|learn(?: all)? about|what do you know about|(?:all|everything|something|more) about|(?:some |fun |interesting |amazing |key |basic )*facts (?:about|on)|(?:an? )?(?:short |brief |quick |simple )?(?:introduction to|intro to|guide to|overview of|summary of|explanation of|description of|definition of|look at)|(?:the |a )?(?:short |brief |complete |whole )?(?:history|story|science|basics|world|nature|meaning|wonders?|beauty|secrets?|origins?|biology|anatomy|importance|fundamentals|concept|mystery|magic|lives|life) (?:of|behind)(?! pi\b)|the (?:different )?(?:kinds|types|parts) of|about)\b[\s:,]*", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"[\s,]+(?:in (?:about )?(?:\d+|one|two|three|a|sixty|thirty) ?(?:seconds?|secs?|s|minutes?|mins?)|in (?:simple|plain) (?:words|terms|english)|for (?:kids|children|beginners|dummies|everyone|students|school)|please|explained|to me|in detail|in short|in general|actually|really|exactly)\s*([?.!]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
