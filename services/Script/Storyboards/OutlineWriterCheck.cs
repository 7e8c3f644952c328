using Reelsmith.Contracts;
using Reelsmith.Hosting.Engines;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Storyboards;

/// <summary>The outline writer needs nothing to adapt texts, and WordNet to explain topics.</summary>
internal sealed class OutlineWriterCheck : IEngineCheck
{
    public Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken)
    {
        EngineReport wordNet;
        try
        {
            using var database = WordNetDatabase.Find();
            wordNet = new EngineReport("script", "wordnet", true, "3.0", "explains topics", null);
        }
        catch (ReelsmithException e)
        {
            wordNet = new EngineReport("script", "wordnet", false, null, e.Failure.Message, e.Failure.Hint);
        }
        return Task.FromResult<IReadOnlyList<EngineReport>>([new EngineReport("script", "outline", true, "1", "adapts texts", null), wordNet]);
    }
}
