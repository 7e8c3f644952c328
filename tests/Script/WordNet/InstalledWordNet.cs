using Reelsmith.Contracts;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Tests.WordNet;

/// <summary>The WordNet of this machine, opened once for all tests.</summary>
public static class InstalledWordNet
{
    private static readonly Lazy<WordNetDatabase?> s_database = new(Find);

    /// <summary>Skips the test where wordnet-base is not installed.</summary>
    internal static WordNetDatabase Database
    {
        get
        {
            Assert.SkipWhen(s_database.Value is null, "WordNet is not installed: apt install wordnet-base");
            return s_database.Value!;
        }
    }

    private static WordNetDatabase? Find()
    {
        try
        {
            return WordNetDatabase.Find();
        }
        catch (ReelsmithException e) when (e.Failure.Code == "wordnet_missing")
        {
            return null;
        }
    }
}
