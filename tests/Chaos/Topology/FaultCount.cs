using System.Collections.Concurrent;
using System.Text;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>How often what has gone wrong.</summary>
internal sealed class FaultCount
{
    private readonly ConcurrentDictionary<string, (int Struck, int Missed)> _counts = new();

    public int Struck => _counts.Values.Sum(count => count.Struck);

    /// <param name="struck">Whether it came to it.</param>
    public void Add(string kind, bool struck) => _counts.AddOrUpdate(kind, (struck ? 1 : 0, struck ? 0 : 1), (_, count) => struck ? (count.Struck + 1, count.Missed) : (count.Struck, count.Missed + 1));

    public override string ToString()
    {
        var table = new StringBuilder();
        foreach (var (kind, (struck, missed)) in _counts.OrderBy(count => count.Key, StringComparer.Ordinal)) table.AppendLine($"{struck,5}  {kind}{(missed > 0 ? $" ({missed} more did not come about)" : "")}");
        return table.ToString();
    }
}
