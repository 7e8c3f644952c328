using System.Collections.Concurrent;
using System.Text.Json;

namespace Reelsmith.Chaos.Tests;

/// <summary>What clients were told, written down outside the server's reach before it is acted on. One JSON line each.</summary>
internal sealed class Ledger(string path)
{
    private readonly Lock _lock = new();
    private readonly List<LedgerLine> _lines = [];

    public IReadOnlyList<LedgerLine> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    /// <summary>Answers that no client should ever get.</summary>
    public ConcurrentBag<string> WrongAnswers { get; } = [];

    public void Write(LedgerLine line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            File.AppendAllText(path, JsonSerializer.Serialize(line) + "\n");
        }
    }
}

/// <param name="Id">The video's id in an answer that said 2xx.</param>
/// <param name="Film">The film's ETag, where one was told of.</param>
/// <param name="Revision">Which one was told of, where a change made it.</param>
internal sealed record LedgerLine(string Key, string Id, Told Told, string? Film = null, int Revision = 0);

internal enum Told
{
    Accepted,
    Cancelled,
    Completed,

    /// <summary>A change is being sent: what was told before need not last.</summary>
    Changing,

    Changed,
}
