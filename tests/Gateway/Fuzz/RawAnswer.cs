using System.Text;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Body">Without its chunks; what came of it, where the answer has no end.</param>
internal sealed record RawAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string? this[string name] => Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    public string Text => Encoding.UTF8.GetString(Body);

    public string ContentType => this["Content-Type"]?.Split(';')[0].Trim() ?? "";

    /// <summary>Null when there is no answer, not even the whole of its head.</summary>
    public static RawAnswer? Read(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        while (true)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) return null;
            var lines = text[..end].Split("\r\n");
            var status = int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            text = text[(end + 4)..];
            if (status == 100) continue;
            (string, string)[] headers = [.. lines.Skip(1).Select(line => (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()))];
            var chunked = headers.Any(header => header.Item1.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase));
            return new RawAnswer(status, headers, Encoding.Latin1.GetBytes(chunked ? Joined(text) : text));
        }
    }

    private static string Joined(string chunks)
    {
        var whole = new StringBuilder();
        while (true)
        {
            var line = chunks.IndexOf("\r\n", StringComparison.Ordinal);
            if (line < 0) return whole.ToString();
            var length = Convert.ToInt32(chunks[..line], 16);
            if (length == 0) return whole.ToString();
            var last = Math.Min(chunks.Length, line + 2 + length);
            whole.Append(chunks, line + 2, last - line - 2);
            chunks = chunks[Math.Min(chunks.Length, last + 2)..];
        }
    }
}
