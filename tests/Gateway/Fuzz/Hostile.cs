using System.Text;
using System.Text.Json.Nodes;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>What no honest client sends.</summary>
internal sealed class Hostile(Random random, IReadOnlyList<string> secretPaths)
{
    /// <summary>Markup that must never come back as a page.</summary>
    public const string Script = "<script>alert('reelsmith')</script>";

    private const string Raw = "@@raw";

    private static readonly string[] Texts =
    [
        "", " ", "\t\r\n", "\0", "a\0b", "\u0001\u0008\u001b[31m", "\u007f\u0085\u2028\u2029\ufeff", "\u202eexe.4pm\u202c", "שלום עולם مرحبا", "e\u0301\u0301\u0301\u0301", "🜂🏳️‍🌈👨‍👩‍👧‍👦", "\ufffd\uffff",
        Script, "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "javascript:alert(1)", "{{7*7}}${7*7}<%= 7*7 %>", "'; DROP TABLE jobs; --", "\" OR 1=1 --", "%s%s%n%x", "$(touch x)`touch x`; touch x | touch x",
        "-1", "0", "1", "9223372036854775807", "-9223372036854775809", "1e309", "0x10", "１２", "٣", "NaN", "Infinity", "true", "null", "undefined", "[]", "{}", "..", ".", "/", "\\", "~", "*", "?", "#", "%", "%%", "%zz", "CON", "-rf",
        "file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "gopher://127.0.0.1:6379/_x", "en-US-x-" + "a", "whsec_", "whsec_AAAA", "16:9 ", "1280X720", "1280x720x3", "99999x99999", "-128x-128",
    ];

    private static readonly string[] RawJson =
    [
        "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-999", "0.1e1", "30.0", "3e1", "-0", "00", "01", "+1", ".5", "5.", "0x1F", "1_000", "9223372036854775808", "-9223372036854775809", "2147483648", "-2147483649", "123456789012345678901234567890",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\ud83dz\"", "\"\\u0000\"", "\"\\x\"", "\"\u0001\"", "'single'", "undefined", "nul", "tru", "[", "{", "\"", "{\"a\":1,\"a\":2}", "{\"__proto__\":{}}", "{\"$type\":\"System.Object\"}", "/* c */1", "1,", "[1,]",
        new string('[', 100_000), new string('[', 2_000) + new string(']', 2_000), string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70), string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000), "1" + new string('0', 20_000), "0." + new string('3', 20_000),
    ];

    private static readonly string[] PathTexts =
    [
        "..", "../", "../../etc/passwd", "..%2f", "%2e%2e", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%252e%252e%252f", "..%5c..%5c", "..\\..\\", "%00", "video_%00", "%c0%ae%c0%ae/", "%ff%fe", "%ED%A0%80", "%", "%2", "%zz", ";a=b", "video_*", "*", "%20", "video_", "video_00000000000000000000000000000000",
        "video_ffffffffffffffffffffffffffffffff", "video_FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "video_{11111111-1111-1111-1111-111111111111}", "video_11111111-1111-1111-1111-111111111111", "video_%D9%A1%D9%A1", "video_１１１１１１１１１１１１１１１１１１１１１１１１１１１１１１１１", "-1", "2147483648", "0x0", "1e3", "+1", "%2b1", "01", "499", "500",
        "evt_", "evt_..", "%3Cscript%3Ealert('reelsmith')%3C%2Fscript%3E", "<script>", "'%20OR%201=1--", "%0d%0aX-Evil:%20y", "a%0aSet-Cookie:%20a=b", "//", "/./", "content", "%E2%80%AE", "%F0%9F%9C%82",
    ];

    public string Text() => random.Next(6) switch
    {
        0 => new string((char)random.Next(32, 0x2fff), random.Next(1, 3_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xd7ff))),
        2 when random.Next(20) == 0 => string.Concat(Enumerable.Repeat("long ", 100_000)),
        _ => Pick(Texts),
    };

    /// <summary>A value of JSON; <see cref="ToJson"/> puts in those that no library writes.</summary>
    public JsonNode? Value() => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(Pick([0, -1, 1, 4, 5, 30, 1800, 1801, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue])),
        3 => JsonValue.Create(Pick([0.5, -0.0, 1e300, 1e-300, 30.0, double.Epsilon])),
        4 => new JsonArray(Text(), random.Next(), null),
        5 => new JsonObject { [Text()] = Text() },
        6 => JsonValue.Create($"{Raw}{random.Next(RawJson.Length)}"),
        _ => JsonValue.Create(Text()),
    };

    public static string ToJson(JsonNode? value)
    {
        var json = value?.ToJsonString() ?? "null";
        if (!json.Contains(Raw, StringComparison.Ordinal)) return json;
        for (var n = RawJson.Length - 1; n >= 0; n--) json = json.Replace($"\"{Raw}{n}\"", RawJson[n], StringComparison.Ordinal);
        return json;
    }

    /// <summary>For a segment of a path, as it goes over the wire.</summary>
    public string Segment() => random.Next(8) switch
    {
        0 => new string('a', random.Next(1, 7_000)),
        1 => Uri.EscapeDataString(Text()[..^0].Length > 2_000 ? "x" : Fixed(Text())),
        2 => Uri.EscapeDataString(Pick(secretPaths)),
        3 => Pick(secretPaths),
        _ => Wire(Pick(PathTexts)),
    };

    /// <summary>For the value of a header: any bytes but line ends, most of the time.</summary>
    public string Header() => random.Next(12) switch
    {
        0 => new string('a', random.Next(1, 20_000)),
        1 => Encoding.Latin1.GetString([0xff, 0xfe, 0xc3, 0x28, 0x80]),
        2 => "a\0b",
        3 => "\t \t",
        4 => string.Join(',', Enumerable.Repeat("\"a\"", 1_000)),
        _ => Wire(Fixed(Text())).Replace('\r', ' ').Replace('\n', ' ') is var text && text.Length < 4_000 ? text : "x",
    };

    public T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>Characters as the bytes of their UTF-8, one char a byte.</summary>
    public static string Wire(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Fixed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
