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
internal sealed record LedgerLine(string Key, string Id, Told Told, string? Film = null);

internal enum Told
{
    Accepted,
    Cancelled,
    Completed,
}
