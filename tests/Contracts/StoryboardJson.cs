using System.Text.Json.Nodes;

namespace Reelsmith.Contracts.Tests;

/// <summary>A right storyboard in JSON, and what makes it wrong.</summary>
internal static class StoryboardJson
{
    public const string Right = """
        {
          "version": 1, "title": "A film", "language": "en",
          "style": { "theme": "dusk", "mood": "ocean", "voice": "someone", "music": "calm", "captions": false, "seed": 7 },
          "scenes": [
            { "narration": "The sea is salt.", "visual": { "template": "title", "headline": "The sea is salt", "emphasis": ["salt"], "kicker": "Water", "keywords": ["sea"] } },
            { "narration": "Three things.", "visual": { "template": "points", "points": [ { "title": "One", "text": "The first", "spokenAt": "Three" }, { "title": "Two" } ] }, "transition": "dive", "seconds": 4.5 },
            { "narration": "It is 97 percent.", "visual": { "template": "number", "figure": { "value": "97", "unit": "%", "label": "of all water" } }, "transition": "cut" },
            { "narration": "So it is.", "visual": { "template": "ending", "credits": [ { "role": "Facts", "name": "WordNet 3.0" } ] } }
          ],
          "sources": [ { "kind": "wordnet", "name": "WordNet 3.0", "licence": "WordNet" } ]
        }
        """;

    /// <summary>Replaces what stands at a path ("scenes/1/seconds") by JSON; an empty text removes it.</summary>
    public static string With(string path, string json)
    {
        var root = JsonNode.Parse(Right)!;
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (json.Length == 0) ((JsonObject)parent).Remove(steps[^1]);
        else if (int.TryParse(steps[^1], out var last)) parent[last] = JsonNode.Parse(json);
        else parent[steps[^1]] = JsonNode.Parse(json);
        return root.ToJsonString();
    }
}
