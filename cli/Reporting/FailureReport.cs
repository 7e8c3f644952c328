using Reelsmith.Contracts;

namespace Reelsmith.Cli.Reporting;

/// <summary>Says what went wrong: a sentence for a person, a line for a program, and the exit code.</summary>
internal sealed record FailureReport(Terminal Terminal, bool Json, bool Verbose)
{
    public int Failed(Failure failure, Exception? cause = null)
    {
        var scene = failure.Scene is { } index ? $" (scene {index + 1})" : "";
        Terminal.Error.WriteLine($"reelsmith: {failure.Message}{scene} {failure.Hint}");
        if (Verbose && cause is not null) Terminal.Error.WriteLine(cause);
        if (Json) JsonLine.Write(Terminal.Out, new { Event = "failed", failure.Code, failure.Stage, failure.Scene, failure.Engine, failure.Message, failure.Hint });
        return ExitCode.Of(failure);
    }

    public int Interrupted()
    {
        const string hint = "Run the same command again: it goes on from what is done.";
        Terminal.Error.WriteLine($"reelsmith: Stopped. {hint}");
        if (Json) JsonLine.Write(Terminal.Out, new { Event = "failed", Code = "interrupted", Stage = (string?)null, Message = "Stopped.", Hint = hint });
        return ExitCode.Interrupted;
    }
}
