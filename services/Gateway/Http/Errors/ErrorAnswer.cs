namespace Reelsmith.Gateway.Http.Errors;

/// <summary>The body of every answer that is neither a success nor a redirection.</summary>
public sealed record ErrorAnswer(ApiError Error);
