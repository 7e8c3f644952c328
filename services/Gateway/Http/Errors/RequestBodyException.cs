using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>A body that cannot be read, with what to say about it.</summary>
internal sealed class RequestBodyException(int status, string code, string message, Exception? inner = null) : BadHttpRequestException(message, status, inner!)
{
    public string Code { get; } = code;
}
