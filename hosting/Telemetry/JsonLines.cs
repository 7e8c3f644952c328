using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>Log lines as JSON objects: time, level, category, message, the trace, and what the message and its scopes name (<c>JobId</c> as <c>job_id</c>).</summary>
internal sealed class JsonLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "reelsmith-json";

    private const string Template = "{OriginalFormat}";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var written = new HashSet<string>(StringComparer.Ordinal) { "time", "level", "category", "message", "trace_id", "span_id", "exception" };
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString().ToLowerInvariant());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (Activity.Current is { } current)
            {
                json.WriteString("trace_id", current.TraceId.ToHexString());
                json.WriteString("span_id", current.SpanId.ToHexString());
            }
            WriteNamed(json, written, logEntry.State);
            scopeProvider?.ForEachScope((scope, line) => WriteNamed(line.json, line.written, scope), (json, written));
            if (logEntry.Exception is { } exception) json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }
        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    // The message comes before its scopes, and an inner scope may not come before an outer one: whoever is first is kept.
    private static void WriteNamed(Utf8JsonWriter json, HashSet<string> written, object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> named) return;
        foreach (var (name, value) in named)
        {
            if (name == Template || value is null) continue;
            var member = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
            if (written.Add(member)) Write(json, member, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
