using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;

namespace Reelsmith.Gateway.Videos;

/// <summary>The fields of a request, the same whether they came as JSON or as a form.</summary>
internal sealed class RequestFields
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly Dictionary<string, object> _fields = new(StringComparer.Ordinal); // string, JsonElement or the bytes of a file

    private RequestFields()
    {
    }

    /// <exception cref="BadHttpRequestException">Neither JSON nor a form, or not readable as what it says.</exception>
    /// <exception cref="ReelsmithException">A field is there twice.</exception>
    public static Task<RequestFields> Read(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType ? ReadForm(request, cancellationToken)
        : request.HasJsonContentType() ? ReadJson(request, cancellationToken)
        : throw RequestBody.Unsupported(request, "application/json or multipart/form-data");

    /// <summary>The members of an object in JSON, nulls left out.</summary>
    /// <exception cref="ReelsmithException">One holds what is not text.</exception>
    public static RequestFields Of(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        var fields = new RequestFields();
        foreach (var (name, value) in members)
        {
            JsonText.Check(JsonMarshal.GetRawUtf8Value(value));
            if (value.ValueKind != JsonValueKind.Null) fields._fields.Add(name, value);
        }
        return fields;
    }

    /// <param name="names">A member of an object as the SDKs write it in a form is a name of its own: <c>name[member]</c>.</param>
    /// <exception cref="ReelsmithException">There is another field than these.</exception>
    public void AllowOnly(IReadOnlyCollection<string> names)
    {
        foreach (var name in _fields.Keys)
        {
            if (names.Contains(name)) continue;
            throw ReelsmithException.InvalidInput("unknown_parameter", $"There is no parameter \"{Shown(name)}\".",
                NearestName.Of(name, names) is { } meant ? $"Did you mean \"{meant}\"?" : $"The parameters are {string.Join(", ", names.Where(known => !known.Contains('[')))}.").About(Shown(name));
        }
    }

    /// <summary>A string; null when it is not there.</summary>
    public string? Text(string name) => _fields.GetValueOrDefault(name) switch
    {
        null => null,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => throw Wrong(name, "a string"),
    };

    /// <summary>A short string; null when it is not there.</summary>
    /// <param name="longest">In UTF-16 code units.</param>
    public string? Text(string name, int longest) => Text(name) is not { } text || text.Length <= longest ? Text(name)
        : throw ReelsmithException.InvalidInput($"{name}_too_long", string.Create(CultureInfo.InvariantCulture, $"The parameter \"{name}\" has {text.Length:N0} characters."), $"Use at most {longest}.").About(name);

    /// <summary>A whole number, sent as a number or as a string; null when it is not there.</summary>
    public int? WholeNumber(string name)
    {
        var text = _fields.GetValueOrDefault(name) is JsonElement { ValueKind: JsonValueKind.Number } json ? json.GetRawText() : Text(name);
        return text is null ? null : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, "a whole number");
    }

    public bool? Flag(string name) => _fields.GetValueOrDefault(name) switch
    {
        null => null,
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Wrong(name, "true or false"),
    };

    /// <summary>An object that was sent as JSON; null when the field is something else, or not there.</summary>
    public JsonElement? Object(string name) => _fields.GetValueOrDefault(name) is JsonElement { ValueKind: JsonValueKind.Object } json ? json : null;

    /// <summary>The bytes of an uploaded file; null when the field is something else, or not there.</summary>
    public byte[]? Upload(string name) => _fields.GetValueOrDefault(name) as byte[];

    /// <summary>The bytes of an uploaded file, or of a string.</summary>
    public byte[]? File(string name) => Upload(name) ?? (Text(name) is { } text ? Encoding.UTF8.GetBytes(text) : null);

    /// <summary>A JSON document: an object that was sent as JSON, an uploaded file, or a string.</summary>
    public byte[]? JsonFile(string name) => Object(name) is { } json ? JsonMarshal.GetRawUtf8Value(json).ToArray() : File(name);

    /// <summary>A name that somebody sent, to be told again.</summary>
    public static string Shown(string name) => name.Length <= 60 ? name : $"{name[..60]}…";

    private static async Task<RequestFields> ReadJson(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await JsonText.Read(request, cancellationToken);
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            root = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body cannot be read as JSON.", e);
        }
        if (root.ValueKind != JsonValueKind.Object) throw ReelsmithException.InvalidInput("json_invalid", "The body is not a JSON object.", "Send the parameters as members of one object.");
        return Of(root.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)));
    }

    private static async Task<RequestFields> ReadForm(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadForm(cancellationToken);
        var fields = new RequestFields();
        foreach (var (name, values) in form)
        {
            if (values.Count != 1 || form.Files.GetFiles(name).Count > 0) throw Twice(name);
            if (!string.IsNullOrEmpty(values[0])) fields._fields.Add(name, values[0]!);
        }
        foreach (var file in form.Files)
        {
            var content = new byte[file.Length]; // the body's limit holds for it too
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellationToken);
            if (!fields._fields.TryAdd(file.Name, content)) throw Twice(file.Name);
        }
        return fields;
    }

    private static ReelsmithException Twice(string name) =>
        ReelsmithException.InvalidInput("parameter_repeated", $"The parameter \"{Shown(name)}\" is there more than once.", "Send it once.").About(Shown(name));

    private static ReelsmithException Wrong(string name, string kind) =>
        ReelsmithException.InvalidInput($"{name}_invalid", $"The parameter \"{name}\" has another kind of value.", $"Send {kind}.").About(name);
}
