using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>Says what is wrong with a JSON body without the names of the program's types, which the reader's own messages are full of.</summary>
internal static partial class JsonFaults
{
    public static (string Message, string? Param) Of(JsonException e)
    {
        var place = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1})" : "";
        var path = e.Path?.StartsWith("$.", StringComparison.Ordinal) == true ? e.Path[2..] : null;
        var message = e.Message;
        if (Missing().Match(message) is { Success: true } missing) return ($"\"{Join(path, missing.Groups[1].Value)}\" is missing.", Join(path, missing.Groups[1].Value));
        if (Unknown().Match(message) is { Success: true } unknown) return ($"There is no member \"{path ?? unknown.Groups[1].Value}\"{place}.", path ?? unknown.Groups[1].Value);
        if (Twice().Match(message) is { Success: true } twice) return ($"\"{path ?? twice.Groups[1].Value}\" is given twice{place}.", path ?? twice.Groups[1].Value);
        if (message.Contains("allow null", StringComparison.Ordinal) || message.Contains("setting null", StringComparison.Ordinal)) return ($"\"{path}\" cannot be null{place}.", path);
        if (message.Contains("could not be converted", StringComparison.Ordinal) || message.Contains(" type '", StringComparison.Ordinal))
        {
            return ($"{(path is null ? "The body" : $"\"{path}\"")} has a value of the wrong kind{place}.", path);
        }
        return ($"{(path is null ? "The body" : $"\"{path}\"")} cannot be read as JSON{place}: {FirstSentence(message)}.", path);
    }

    private static string Join(string? path, string member) => path is null ? member : $"{path}.{member}";

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex("Duplicate property '([^']+)'")]
    private static partial Regex Twice();
}
