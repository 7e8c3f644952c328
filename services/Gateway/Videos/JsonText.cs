using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>JSON that came from outside, before anything is taken out of it: .NET's reader takes half characters and bytes that are no
/// UTF-8 for text, and whoever asks for their value later gets an exception that is nobody's fault.</summary>
internal static class JsonText
{
    /// <summary>The bytes of a body, without a byte order mark.</summary>
    /// <exception cref="BadHttpRequestException">It is not JSON, or too large.</exception>
    /// <exception cref="ReelsmithException">It holds what is not text.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        ReadOnlyMemory<byte> utf8 = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        try
        {
            Check(utf8.Span);
            return utf8;
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body cannot be read as JSON.", e);
        }
    }

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ReelsmithException">It holds what is not text.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            throw ReelsmithException.InvalidInput("json_not_unicode", "The JSON holds half of a surrogate pair, or bytes that are not UTF-8.", "Send whole characters, as UTF-8.");
        }
    }
}
