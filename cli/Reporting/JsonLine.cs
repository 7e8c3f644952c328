using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reelsmith.Cli.Reporting;

/// <summary>An event as one line of JSON.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, value.GetType(), Options));
}
