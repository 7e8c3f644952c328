using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Http.Errors;

/// <summary>Which member of a request a failure is about. Codes begin with its name ("seconds_out_of_range"); where that is not so,
/// <see cref="About"/> says it.</summary>
internal static class ErrorParam
{
    private const string Key = "param";

    private static readonly string[] Names =
    [
        "after", "aspect", "captions", "fps", "idempotency_key", "input_reference", "language", "limit", "model", "music", "order", "prompt", "scene", "scenes", "seconds",
        "seed", "size", "storyboard", "text", "theme", "variant", "voice", "webhook",
    ];

    /// <summary>Says which member of the request a failure is about.</summary>
    public static ReelsmithException About(this ReelsmithException exception, string? param)
    {
        exception.Data[Key] = param;
        return exception;
    }

    public static string? Of(ReelsmithException exception)
    {
        if (exception.Data[Key] is string said) return said;
        if (exception.Failure.Kind != FailureKind.InvalidInput) return null;
        var code = exception.Failure.Code;
        return Names.Where(name => code == name || code.StartsWith(name + '_', StringComparison.Ordinal)).MaxBy(name => name.Length);
    }
}
