namespace Reelsmith.Gateway.Http.Errors;

/// <summary>What went wrong, for a program and for a person.</summary>
/// <param name="Message">What is wrong and what to change, in sentences.</param>
/// <param name="Type">The family: invalid_request_error, authentication_error, permission_error, not_found_error, conflict_error, rate_limit_error, server_error.</param>
/// <param name="Param">The member of the request at fault, where there is one.</param>
/// <param name="Code">Stable, snake_case.</param>
public sealed record ApiError(string Message, string Type, string? Param, string Code);
