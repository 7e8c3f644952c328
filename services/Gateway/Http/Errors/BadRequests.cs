using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>What the server and the binding of parameters refuse, in Reelsmith's own words: theirs name types of the program.</summary>
internal static partial class BadRequests
{
    public static ErrorResponse Of(BadHttpRequestException e) => e switch
    {
        { InnerException: JsonException json } when JsonFaults.Of(json) is var (message, param) => new ErrorResponse(StatusCodes.Status400BadRequest, "json_invalid", message, param),
        RequestBodyException said => new ErrorResponse(said.StatusCode, said.Code, said.Message),
        { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status408RequestTimeout } => OfStatus(e.StatusCode),
        _ when Parameter().Match(e.Message) is { Success: true } match => new ErrorResponse(StatusCodes.Status400BadRequest, "parameter_invalid",
            match.Groups["value"].Success ? $"The parameter {match.Groups["name"]} cannot be \"{match.Groups["value"]}\"." : $"The parameter {match.Groups["name"]} is missing.",
            match.Groups["name"].Value),
        _ => OfStatus(e.StatusCode),
    };

    public static ErrorResponse OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(status, "key_missing", "This needs an API key: send it as `Authorization: Bearer rsk_…`."),
        StatusCodes.Status403Forbidden => new(status, "forbidden", "This is not allowed."),
        StatusCodes.Status404NotFound => new(status, "route_unknown", "There is nothing at this address; /docs lists what there is."),
        StatusCodes.Status405MethodNotAllowed => new(status, "method_not_allowed", "This address does not know that method; the Allow header lists those it knows."),
        StatusCodes.Status408RequestTimeout => new(status, "request_timeout", "The request took too long to arrive."),
        StatusCodes.Status413PayloadTooLarge => new(status, "body_too_large", "The body is larger than this server takes."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "content_type_unsupported", "The Content-Type of the body is not one that is taken here; /docs says which are."),
        StatusCodes.Status416RangeNotSatisfiable => new(status, "range_not_satisfiable", "The file does not have that range; the Content-Range header tells its length."),
        StatusCodes.Status429TooManyRequests => new(status, "too_many_requests", "Too many requests. Try again after the seconds that the Retry-After header tells."),
        StatusCodes.Status503ServiceUnavailable => new(status, "unavailable", "This cannot be done right now. Try again later."),
        >= 500 => new(status, "internal", "Something went wrong in Reelsmith."),
        _ => new(status, "bad_request", "The request cannot be understood; check it against /docs."),
    };

    // "Failed to bind parameter "int limit" from "abc"." and "Required parameter "string name" was not provided from query string."
    [GeneratedRegex("parameter \"[^\"]*?(?<name>\\w+)\"(?: from \"(?<value>[^\"]*)\")?")]
    private static partial Regex Parameter();
}
