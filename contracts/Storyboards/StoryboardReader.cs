using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Reelsmith.Contracts;

/// <summary>Reads a storyboard that a person may have written: strictly, with complaints that say where and what to change.
/// docs/storyboard.schema.json says the same to an editor.</summary>
public static class StoryboardReader
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ReelsmithException">It is no storyboard that can be made; the failure names the JSON path.</exception>
    public static Storyboard Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <param name="utf8">The file, with or without a byte order mark.</param>
    /// <inheritdoc cref="Read(string)"/>
    public static Storyboard Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > StoryboardLimits.Bytes)
        {
            throw ReelsmithException.InvalidInput("storyboard_too_large", string.Create(CultureInfo.InvariantCulture, $"The storyboard has {utf8.Length / 1024:N0} KiB."),
                $"Keep it under {StoryboardLimits.Bytes / 1024 / 1024} MiB.");
        }
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        try
        {
            StrictUtf8.GetCharCount(utf8.Span);
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return StoryboardMembers.StoryboardOf(document.RootElement);
        }
        catch (DecoderFallbackException)
        {
            throw ReelsmithException.InvalidInput("storyboard_not_json", "The storyboard is not UTF-8 text.", "Save it as UTF-8.");
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" at line {line + 1}, column {e.BytePositionInLine + 1}" : "";
            throw ReelsmithException.InvalidInput("storyboard_not_json", $"The storyboard is not valid JSON{place}: {FirstSentence(e.Message)}",
                "Mend it there; `reelsmith storyboard \"a topic\"` prints one that is right.");
        }
    }

    private static string FirstSentence(string message) => message.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? message[..(end + 1)] : message;
}
