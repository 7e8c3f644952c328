using System.Text;
using System.Text.Json.Nodes;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>A request that is being thought up. Texts hold one char for each byte on the wire.</summary>
internal sealed class FuzzRequest(ApiOperation operation)
{
    public ApiOperation Operation { get; } = operation;

    public string Method { get; set; } = operation.Method;

    public Dictionary<string, string> Path { get; } = [];

    public List<(string Name, string Value)> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>Whose API key it carries.</summary>
    public KeyHolder Key { get; set; }

    /// <summary>Instead of path and query.</summary>
    public string? Target { get; set; }

    public string Host { get; set; } = "localhost";

    public string? ContentType { get; set; }

    public JsonNode? Json { get; set; }

    public byte[]? Body { get; set; }

    public Framing Framing { get; set; }

    /// <summary>What was done to it, for the report.</summary>
    public List<string> Mutations { get; } = [];

    public bool HalfCloses => Framing is Framing.CutShort or Framing.ChunksCutShort;

    public string FullTarget()
    {
        if (Target is not null) return Target;
        var path = Operation.Path;
        foreach (var (name, value) in Path) path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return Query.Count == 0 ? path : $"{path}?{string.Join('&', Query.Select(part => $"{part.Name}={part.Value}"))}";
    }

    public byte[] Bytes()
    {
        var body = Body ?? (ContentType is null && Json is null ? null : Encoding.UTF8.GetBytes(Hostile.ToJson(Json)));
        var head = new StringBuilder($"{Method} {FullTarget()} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n");
        if (ContentType is not null) head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\n");
        foreach (var (name, value) in Headers) head.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        var chunk = $"{body?.Length ?? 0:x}\r\n{Encoding.Latin1.GetString(body ?? [])}\r\n";
        head.Append((body, Framing) switch
        {
            (_, Framing.Chunked) => $"Transfer-Encoding: chunked\r\n\r\n{(body is { Length: > 0 } ? chunk : "")}0\r\n\r\n",
            (_, Framing.ChunksCutShort) => $"Transfer-Encoding: chunked\r\n\r\n{chunk}",
            (_, Framing.BrokenChunks) => $"Transfer-Encoding: chunked\r\n\r\nzz\r\n{chunk}0\r\n\r\n",
            (_, Framing.HugeChunk) => $"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{chunk}0\r\n\r\n",
            (_, Framing.CutShort) => $"Content-Length: {(body?.Length ?? 0) + 100}\r\n\r\n{Encoding.Latin1.GetString(body ?? [])}",
            (null, _) when Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "DELETE" => "\r\n",
            _ => $"Content-Length: {body?.Length ?? 0}\r\n\r\n{Encoding.Latin1.GetString(body ?? [])}",
        });
        return Encoding.Latin1.GetBytes(head.ToString());
    }

    public override string ToString()
    {
        var text = Encoding.Latin1.GetString(Bytes());
        return $"{Operation.Name} [{string.Join(", ", Mutations)}] {(text.Length < 1_500 ? text : $"{text[..1_500]}… ({text.Length} bytes)")}";
    }
}

internal enum KeyHolder
{
    Nobody,
    Caller,
    Other,
}

internal enum Framing
{
    Length,
    Chunked,
    ChunksCutShort,
    BrokenChunks,
    HugeChunk,
    CutShort,
}
