namespace Reelsmith.Contracts;

/// <summary>Carries a <see cref="Failure"/> up to the edge of a stage or of the program.</summary>
public sealed class ReelsmithException(Failure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public Failure Failure { get; } = failure;

    /// <summary>A fault of the input: <paramref name="code"/>, what is wrong and what to change.</summary>
    public static ReelsmithException InvalidInput(string code, string message, string hint) =>
        new(new Failure(FailureKind.InvalidInput, code, message, hint));

    /// <summary>What was named is not there.</summary>
    public static ReelsmithException NotFound(string code, string message, string hint) =>
        new(new Failure(FailureKind.NotFound, code, message, hint));

    /// <summary>It cannot be done as things stand.</summary>
    public static ReelsmithException Conflict(string code, string message, string hint) =>
        new(new Failure(FailureKind.Conflict, code, message, hint));

    /// <summary>Too much is asked for at once.</summary>
    public static ReelsmithException Busy(string code, string message, string hint) =>
        new(new Failure(FailureKind.Busy, code, message, hint));

    /// <summary>The machine lacks something.</summary>
    public static ReelsmithException Unavailable(string code, string message, string hint, string? engine = null) =>
        new(new Failure(FailureKind.Unavailable, code, message, hint, Engine: engine));

    /// <summary>May work when tried again.</summary>
    public static ReelsmithException Transient(string code, string message, string hint, string? engine = null) =>
        new(new Failure(FailureKind.Transient, code, message, hint, Engine: engine));
}
