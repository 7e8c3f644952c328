using System.Text.Json;

namespace Reelsmith.Gateway.Tests.Videos;

/// <summary>A server-sent event, parsed as the HTML standard says. A comment has the name ":".</summary>
internal sealed record ServerEvent(string? Id, string Name, string Data)
{
    public JsonElement Json => JsonDocument.Parse(Data).RootElement;

    public JsonElement Video => Json.GetProperty("video");

    public static async IAsyncEnumerable<ServerEvent> Read(TextReader reader)
    {
        var (id, name, data) = ((string?)null, "message", new List<string>());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                if (data.Count > 0) yield return new ServerEvent(id, name, string.Join('\n', data));
                (id, name, data) = (null, "message", []);
                continue;
            }
            var (field, value) = line.Split(": ", 2) is [var before, var after] ? (before, after) : (line, "");
            if (field.Length == 0) yield return new ServerEvent(null, ":", value);
            else if (field == "id") id = value;
            else if (field == "event") name = value;
            else if (field == "data") data.Add(value);
            else Assert.Fail($"There is no field \"{field}\" in server-sent events.");
        }
    }
}
