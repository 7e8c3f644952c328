using System.Text;
using System.Text.Json.Nodes;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Thinks up requests: what the document allows, and what becomes of that when somebody means harm. The same seed gives the same.</summary>
/// <param name="ids">Ids of videos in every state, somebody else's among them.</param>
internal sealed class RequestFuzzer(ApiDescription api, Random random, IReadOnlyList<string> ids, IReadOnlyList<string> secretPaths)
{
    private const int MostMutations = 3;

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get", "QUERY"];

    private static readonly string[] ContentTypes =
    [
        "", "text/plain", "text/html", "application/xml", "application/octet-stream", "application/json; charset=utf-7", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; charset=\"", "application/json, text/plain", "APPLICATION/JSON",
        "application/merge-patch+json", "application/vnd.api+json", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/mixed; boundary=x", "multipart/form-data; boundary=reelsmith-boundary; boundary=other", "json", "/", "application/", "*/*", ";;;",
    ];

    /// <summary>For the header Range, most of them nonsense.</summary>
    public static IReadOnlyList<string> Ranges { get; } =
    [
        "bytes=0-0", "bytes=-1", "bytes=0-", "bytes=-0", "bytes=--1", "bytes=5-2", "bytes=99999999999999999999-", "bytes=0-99999999999999999999", "bytes=-99999999999999999999", "bytes=9223372036854775807-9223372036854775807", "bytes=0-0,-1", "bytes=0-1,2-3,1-2", "bytes=a-b", "bytes=", "bytes",
        "items=0-1", "bytes=0-0, ,", "bytes = 0-0", "BYTES=0-1", "bytes=１-２", $"bytes={string.Join(',', Enumerable.Range(0, 1_500).Select(n => $"{n}-{n}"))}", $"bytes={string.Concat(Enumerable.Repeat("0-,", 5_000))}0-",
    ];

    /// <summary>For If-Match and its like.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["*", "\"\"", "W/\"a\"", "\"a\", \"b\"", "a", "\"", "W/", "*, *", "\"\u00ff\"", ",,,", "\"a\"b\"", "W/*", "Sat, 01 Jan 2000 00:00:00 GMT"];

    private static readonly string[] EventIds = ["0", "1", "-1", "2147483647", "2147483648", "99999999999999999999", "1.5", "0x1", "abc", " ", "１"];

    private static readonly string[] Hosts = ["evil.example", "localhost:99999", "localhost@evil.example", "127.0.0.1.evil.example", "[::1]", "0.0.0.0", "2130706433", "", "LOCALHOST", "localhost.", "a b", "169.254.169.254"];

    private readonly Hostile _hostile = new(random, secretPaths);
    private readonly ValidValues _valid = new(api, random);

    /// <param name="id">The video that it is about; one that may not be there when null.</param>
    public FuzzRequest Valid(ApiOperation operation, string? id = null)
    {
        var request = new FuzzRequest(operation);
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.In == "path") request.Path[parameter.Name] = PathValue(parameter, id);
            else if (random.Next(2) == 0 && _valid.Of(parameter.Schema, parameter.Name) is { } value)
            {
                var text = value.ToString();
                if (parameter.In == "query") request.Query.Add((parameter.Name, Uri.EscapeDataString(parameter.Name == "after" ? id ?? Pick(ids) : parameter.Name == "last_event_id" ? "1" : text)));
                else if (parameter.Name is "Idempotency-Key") request.Headers.Add((parameter.Name, $"key-{random.Next()}"));
            }
        }
        if (operation.Bodies.Count == 0) return request;
        var json = (operation.Bodies.GetValueOrDefault("application/json") ?? operation.Bodies.First().Value) is var schema && operation.Name == "patchScene"
            ? new JsonObject { ["narration"] = $"Another narration {random.Next()}." }
            : operation.Name == "putStoryboard" ? _valid.Of(schema, "storyboard") : _valid.Of(schema);
        if (operation.Bodies.ContainsKey("multipart/form-data") && json is JsonObject fields && random.Next(3) == 0) (request.ContentType, request.Body, request.Json) = (Multipart.ContentType, Multipart.Of(fields), json);
        else (request.ContentType, request.Json) = ("application/json", json);
        return request;
    }

    /// <param name="keys">Of the caller and of somebody else; most requests carry the caller's.</param>
    public FuzzRequest Next((string Own, string Others) keys = default)
    {
        var request = Mutated(Valid(Pick(api.Operations)));
        if (keys.Own is not { Length: > 0 } own) return request;
        (request.Key, var authorization) = random.Next(20) switch
        {
            0 => (KeyHolder.Nobody, null),
            1 => (KeyHolder.Nobody, Pick([$"Bearer {own[..^1]}", $"Bearer {own}x", $"Bearer {own.ToUpperInvariant()}", $"Basic {own}", own, $"Bearer {Hostile.Wire(_hostile.Text()).ReplaceLineEndings(" ")}"])),
            2 => (KeyHolder.Other, $"Bearer {keys.Others}"),
            _ => (KeyHolder.Caller, (string?)$"Bearer {own}"),
        };
        if (authorization is not null) request.Headers.Add(("Authorization", authorization));
        return request;
    }

    public FuzzRequest Mutated(FuzzRequest request)
    {
        for (var n = random.Next(MostMutations + 1); n > 0; n--) Mutate(request);
        return request;
    }

    private void Mutate(FuzzRequest request)
    {
        var mutations = new List<Action<FuzzRequest>> { Methods_, Target_, Header_, Conditions_, Query_, Hosts_ };
        if (request.Path.Count > 0) mutations.AddRange([Path_, Path_]);
        if (request.Operation.Parameters.Any(parameter => parameter.In == "header")) mutations.AddRange([Conditions_, Conditions_, Conditions_, Conditions_]);
        if (request.Query.Count > 0) mutations.Add(QueryValue_);
        if (request.Json is not null) mutations.AddRange([Member_, Member_, Member_, Member_, Framing_, ContentType_, WholeBody_]);
        if (request.Operation.Bodies.ContainsKey("multipart/form-data")) mutations.AddRange([Form_, Form_]);
        var chosen = Pick(mutations);
        request.Mutations.Add(chosen.Method.Name.Trim('_'));
        chosen(request);
    }

    private void Methods_(FuzzRequest request) => request.Method = Pick(Methods);

    private void Target_(FuzzRequest request)
    {
        var path = request.FullTarget();
        request.Target = random.Next(9) switch
        {
            0 => path.ToUpperInvariant(),
            1 => path + "/",
            2 => path.Replace("/", "//", StringComparison.Ordinal),
            3 => path.Replace("/v1/", "/v1/../v1/./", StringComparison.Ordinal),
            4 => path.Replace("/v1/", "/v1/%2e%2e/%2e%2e/%2e%2e/", StringComparison.Ordinal),
            5 => path.Replace("videos", "v%69deos", StringComparison.Ordinal),
            6 => $"{path}/{_hostile.Segment()}",
            7 => path.Replace('/', '\\'),
            _ => $"/{_hostile.Segment()}",
        };
    }

    private void Path_(FuzzRequest request)
    {
        var name = Pick([.. request.Path.Keys]);
        request.Path[name] = random.Next(6) switch
        {
            0 => request.Path[name].ToUpperInvariant(),
            1 => request.Path[name] + Pick(["%00", "%20", "/", "%2f", ".", "\\", "%0a", ";x"]),
            2 => request.Path[name].Insert(random.Next(request.Path[name].Length + 1), "%2e%2e%2f"),
            _ => _hostile.Segment(),
        };
    }

    private void Header_(FuzzRequest request)
    {
        switch (random.Next(10))
        {
            case 8: request.Headers.Add(("Content-Length", Pick(["0", "-1", "+5", "0x5", "5, 5", "1e3", "", new string('9', 19), new string('9', 40)]))); break;
            case 0: for (var n = 0; n < 100; n++) request.Headers.Add(($"X-{n}", "y")); break;
            case 1: for (var n = 0; n < 10; n++) request.Headers.Add(("x-request-id", _hostile.Header())); break;
            case 2: request.Headers.Add(("Authorization", Pick(["Bearer", "Bearer ", "Basic Og==", "Bearer rsk_x", _hostile.Header()]))); break;
            case 3: request.Headers.Add(("Cookie", _hostile.Header())); break;
            case 4: request.Headers.Add(("Accept", Pick(["text/html", "image/*;q=2", "*/*;q=nonsense", _hostile.Header()]))); break;
            case 5: request.Headers.Add((Pick(["X-Forwarded-For", "X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Forwarded", "Via"]), Pick(["127.0.0.1", "/../../etc/passwd", "DELETE", "evil.example"]))); break;
            case 6: request.Headers.Add((Pick(["Expect", "Upgrade", "TE", "Trailer", "Accept-Encoding", "Content-Encoding", "Transfer-Encoding"]), Pick(["100-continue", "gzip", "websocket", "h2c", "trailers", "identity", "nonsense"]))); break;
            default: request.Headers.Add((Pick(["X-Any", "x-request-id", "Accept-Language", "User-Agent", "Referer", "traceparent", "Mcp-Session-Id"]), _hostile.Header())); break;
        }
    }

    private void Conditions_(FuzzRequest request)
    {
        var (name, value) = random.Next(7) switch
        {
            0 or 1 => ("Range", Hostile.Wire(Pick(Ranges))),
            2 => ("If-Range", Pick(Tags)),
            3 => (Pick(["If-None-Match", "If-Match"]), Pick(Tags)),
            4 => ("Last-Event-ID", Hostile.Wire(Pick(EventIds))),
            5 => (Pick(["If-Modified-Since", "If-Unmodified-Since"]), Pick(["Sat, 01 Jan 2000 00:00:00 GMT", "nonsense", "Sat, 99 Jan 99999 00:00:00 GMT", ""])),
            _ => ("Idempotency-Key", random.Next(2) == 0 ? _hostile.Header() : Pick(["", " ", "same", new string('k', 255), new string('k', 256), "caf\u00e9"])),
        };
        for (var n = random.Next(5) == 0 ? 2 : 1; n > 0; n--) request.Headers.Add((name, value));
    }

    private void Query_(FuzzRequest request)
    {
        for (var n = Pick([1, 1, 2, 3, 300]); n > 0; n--)
        {
            var name = Pick(["after", "limit", "order", "variant", "language", "last_event_id", "limit[]", "variant[0]", "id", "", "__proto__", "%00", "a%20b"]);
            request.Query.Add((name, random.Next(3) == 0 ? Pick(ids) : Pick(["", "0", "-1", "101", "2147483648", "1e1", "NaN", "asc", "desc", "ASC", "video", "../../etc/passwd", "%00", "%ff", "%", Uri.EscapeDataString(Hostile.Script), "%F0%9F%9C%82", "+", "１"])));
        }
    }

    private void QueryValue_(FuzzRequest request)
    {
        var n = random.Next(request.Query.Count);
        request.Query[n] = (request.Query[n].Name, _hostile.Segment());
        if (random.Next(3) == 0) request.Query.Add(request.Query[n]);
    }

    private void Hosts_(FuzzRequest request)
    {
        if (random.Next(2) == 0) request.Host = Pick(Hosts);
        else request.Headers.Add((Pick(["Origin", "Sec-Fetch-Site"]), Pick(["null", "https://evil.example", "http://localhost", "cross-site", "same-origin", "same-site", "", "file://"])));
    }

    private void Framing_(FuzzRequest request) => request.Framing = Pick(Enum.GetValues<Framing>());

    private void ContentType_(FuzzRequest request)
    {
        var type = Hostile.Wire(Pick(ContentTypes));
        if (random.Next(4) == 0) request.Headers.Add(("Content-Type", type));
        else request.ContentType = random.Next(6) == 0 ? null : type;
    }

    private void WholeBody_(FuzzRequest request) => request.Body = random.Next(9) switch
    {
        0 => [],
        1 => [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Hostile.ToJson(request.Json))],
        2 => Encoding.Unicode.GetBytes(Hostile.ToJson(request.Json)),
        3 => [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 0x42],
        4 => [.. Encoding.UTF8.GetBytes("{\"prompt\":\""), 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80, (byte)'"', (byte)'}'],
        5 when random.Next(5) == 0 => new byte[5 * 1_048_576],
        6 => Encoding.UTF8.GetBytes(Hostile.ToJson(request.Json))[..^1],
        _ => Encoding.UTF8.GetBytes(Hostile.ToJson(_hostile.Value())),
    };

    private void Form_(FuzzRequest request)
    {
        var (type, body) = Multipart.Broken(request.Json as JsonObject ?? [], _hostile, random);
        (request.ContentType, request.Body) = (type, body);
    }

    private void Member_(FuzzRequest request)
    {
        if (request.Body is not null && request.ContentType == Multipart.ContentType)
        {
            if (request.Json is JsonObject known)
            {
                var changed = (JsonObject)known.DeepClone();
                Change(changed);
                (request.Json, request.Body) = (changed, Multipart.Of(changed));
            }
            return;
        }
        request.Body = null;
        if (request.Json is JsonObject fields) Change(fields);
        else request.Json = _hostile.Value();
    }

    // Somewhere in the tree.
    private void Change(JsonNode node)
    {
        switch (node)
        {
            case JsonArray { Count: > 0 } items when random.Next(4) > 0:
                var n = random.Next(items.Count);
                if (items[n] is JsonObject or JsonArray && random.Next(3) > 0) Change(items[n]!);
                else items[n] = _hostile.Value();
                break;
            case JsonArray items:
                for (var count = Pick([1, 600]); count > 0; count--) items.Add(items.Count > 0 ? items[0]?.DeepClone() : _hostile.Value());
                break;
            case JsonObject members:
                var name = members.Count == 0 ? "prompt" : Pick([.. members.Select(member => member.Key)]);
                if (members[name] is JsonObject or JsonArray && random.Next(4) > 0) Change(members[name]!);
                else if (random.Next(8) == 0) members.Remove(name);
                else if (random.Next(8) == 0) members[Pick(["extra", "__proto__", "$type", "constructor", "owner", "id", "job_id", "input_reference", name.ToUpperInvariant(), "webhook", "seed"])] = _hostile.Value();
                else members[name] = random.Next(5) == 0 ? Pick(secretPaths) : _hostile.Value();
                break;
        }
    }

    private string PathValue(ApiParameter parameter, string? id) => parameter.Name switch
    {
        "id" => id ?? Pick(ids),
        "n" => $"{random.Next(0, 3)}",
        _ => Uri.EscapeDataString(_valid.Of(parameter.Schema, parameter.Name)?.ToString() ?? "x"),
    };

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
