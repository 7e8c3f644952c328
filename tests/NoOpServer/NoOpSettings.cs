using Microsoft.Extensions.Configuration;

namespace Reelsmith.NoOpServer;

/// <summary>What the stages pretend. On the command line as <c>--NoOp:WorkMilliseconds=20</c>.</summary>
public sealed record NoOpSettings
{
    /// <summary>A piece of work takes a random time up to this.</summary>
    public int WorkMilliseconds { get; init; }

    /// <summary>Drawing takes this long in addition, and says ten times a second how far it is.</summary>
    public int DrawMilliseconds { get; init; }

    /// <summary>Every job tells the same, so that only its script is new and every later stage finds its result.</summary>
    public bool SameStoryboard { get; init; }

    /// <summary>Whether what belongs into one transaction is committed in two.</summary>
    public bool SplitCommits { get; init; }

    /// <summary>Whether a command is acknowledged before its work begins, so that a worker's death takes its event along.</summary>
    public bool AcksFirst { get; init; }

    public NoOpRole Role { get; init; }

    /// <summary>The queues that a worker takes from, with commas between; null: those of all stages.</summary>
    public string? Stages { get; init; }

    /// <summary>Commands of one stage that a worker works on at once; null: many.</summary>
    public int? AtOnce { get; init; }

    /// <summary>A file that names the <see cref="Deaths.DeathPoint"/> at which this process is to kill itself, once it is there.</summary>
    public string? DieAt { get; init; }

    public static NoOpSettings Of(string[] arguments) =>
        new ConfigurationBuilder().AddCommandLine(arguments).Build().GetSection("NoOp").Get<NoOpSettings>() ?? new NoOpSettings();
}
