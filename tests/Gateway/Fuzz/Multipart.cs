using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Reelsmith.Gateway.Tests.Fuzz;

/// <summary>Forms, good and bad.</summary>
internal static class Multipart
{
    private const string Boundary = "reelsmith-boundary";

    public const string ContentType = $"multipart/form-data; boundary={Boundary}";

    public static byte[] Of(JsonObject fields) => Bytes(string.Concat(fields.Select(field => Part($"name=\"{field.Key}\"", TextOf(field.Value)))) + End);

    /// <summary>Makes a form that is wrong in one way.</summary>
    public static (string ContentType, byte[] Body) Broken(JsonObject fields, Hostile hostile, Random random)
    {
        var good = Encoding.Latin1.GetString(Of(fields));
        var part = Part("name=\"prompt\"", "A topic");
        return random.Next(22) switch
        {
            0 => ("multipart/form-data", Bytes(good)),
            1 => ("multipart/form-data; boundary=", Bytes(good)),
            2 => ("multipart/form-data; boundary=\"", Bytes(good)),
            3 => ($"multipart/form-data; boundary={new string('b', 500)}", Bytes(good)),
            4 => ("multipart/form-data; boundary=other", Bytes(good)),
            5 => (ContentType, Bytes(good[..random.Next(good.Length)])),
            6 => (ContentType, Bytes(part + good)),
            7 => (ContentType, Bytes(string.Concat(Enumerable.Repeat(part, 10_000)) + End)),
            8 => (ContentType, Bytes(string.Concat(Enumerable.Range(0, 10_000).Select(n => Part($"name=\"f{n}\"; filename=\"f\"", "x"))) + End)),
            9 => (ContentType, Bytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"text\"\r\nContent-Type: multipart/mixed; boundary=inner\r\n\r\n--inner\r\n\r\nx\r\n--inner--\r\n{End}")),
            10 => (ContentType, Bytes(Part($"name=\"text\"; filename=\"{Hostile.Wire(hostile.Pick(["../../evil.txt", "/etc/passwd", "..\\..\\evil", "a\0b", "con", "", new string('f', 5_000), "\u202e", "%2e%2e%2f"]))}\"", "word " + hostile.Segment()) + End)),
            11 => (ContentType, Bytes(Part("name=\"text\"; filename*=UTF-8''..%2F..%2Fevil", string.Concat(Enumerable.Repeat("word ", 25))) + End)),
            12 => (ContentType, Bytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"prompt\"\r\nX-Huge: {new string('h', 100_000)}\r\n\r\nx\r\n{End}")),
            13 => (ContentType, Bytes($"--{Boundary}\r\n{string.Concat(Enumerable.Range(0, 1_000).Select(n => $"X-{n}: y\r\n"))}\r\nx\r\n{End}")),
            14 => (ContentType, Bytes($"--{Boundary}\r\n\r\nno disposition\r\n{End}")),
            15 => (ContentType, Bytes(Part("name", "x") + Part("name=\"\"", "x") + Part($"name=\"{new string('n', 5_000)}\"", "x") + End)),
            16 => (ContentType, Bytes(good.Replace("\r\n", "\n", StringComparison.Ordinal))),
            17 => (ContentType, []),
            18 => (ContentType, Bytes(Part("name=\"prompt\"\r\nContent-Type: text/plain; charset=utf-7", "+ADw-script+AD4-") + End)),
            19 => (ContentType, Bytes(Part("name=\"prompt\"\r\nContent-Type: text/plain; charset=nonsense", Encoding.Latin1.GetString([0xff, 0xfe, 0x00])) + End)),
            20 => (ContentType, Bytes(Part("name=\"storyboard\"; filename=\"s.json\"", Hostile.ToJson(hostile.Value())) + End)),
            _ => ("application/x-www-form-urlencoded", Bytes(hostile.Pick(["prompt=%zz", "prompt=a&prompt=b", "prompt", "=", "&&&&", "prompt=%00", "prompt=%ED%A0%80", string.Concat(Enumerable.Repeat("a=b&", 10_000)), $"{new string('k', 5_000)}=v", "prompt[a]=b", "prompt=%3Cscript%3E"]))),
        };
    }

    private static string End => $"--{Boundary}--\r\n";

    private static string Part(string disposition, string content) => $"--{Boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n";

    private static string TextOf(JsonNode? value) => Hostile.Wire(value switch
    {
        JsonValue text when text.TryGetValue<string>(out var known) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(known)),
        JsonObject { } webhook when webhook["url"] is { } url => url.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Hostile.ToJson(value)}"),
    });

    private static byte[] Bytes(string wire) => Encoding.Latin1.GetBytes(wire);
}
