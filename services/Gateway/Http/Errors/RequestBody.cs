using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>Reads bodies so that whatever is wrong with one becomes an answer that says so.</summary>
public static class RequestBody
{
    /// <summary>Reads a JSON body.</summary>
    /// <param name="options">The API's own (<see cref="ApiJson"/>) when null.</param>
    /// <exception cref="BadHttpRequestException">Not JSON, too large, or not of this shape.</exception>
    public static async Task<T> ReadJson<T>(this HttpRequest request, CancellationToken cancellationToken, JsonSerializerOptions? options = null)
    {
        if (!request.HasJsonContentType()) throw Unsupported(request, "application/json");
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, options ?? ApiJson.Options, cancellationToken) ?? throw new RequestBodyException(StatusCodes.Status400BadRequest, "json_invalid", "The body is null; send an object.");
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException("The body cannot be read as JSON.", e);
        }
    }

    /// <summary>Reads a multipart or URL-encoded form.</summary>
    /// <exception cref="BadHttpRequestException">Not a form, cut short, too large, or with too many fields.</exception>
    public static async Task<IFormCollection> ReadForm(this HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) throw Unsupported(request, "multipart/form-data");
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (NotSupportedException e)
        {
            throw new RequestBodyException(StatusCodes.Status400BadRequest, "form_invalid", "The form says that it is in UTF-7, which is not read. Send UTF-8.", e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException && e is not BadHttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            throw new RequestBodyException(StatusCodes.Status400BadRequest, "form_invalid", $"The form cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The answer to a body of a kind that is not taken.</summary>
    /// <param name="taken">The content types that are.</param>
    public static BadHttpRequestException Unsupported(HttpRequest request, string taken) => new RequestBodyException(StatusCodes.Status415UnsupportedMediaType, "content_type_unsupported",
        string.IsNullOrEmpty(request.ContentType) ? $"The body has no Content-Type. Send {taken}." : $"The body's Content-Type is \"{request.ContentType}\". Send {taken}.");
}
