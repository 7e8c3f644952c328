using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Engines;

/// <summary>What is asked of the stages outside of any job. Configuration section <c>Reelsmith:Stages</c>.</summary>
public sealed class StageSettings
{
    public const string Section = "Reelsmith:Stages";

    /// <summary>How long they may take to say which voices and engines they have.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Storyboards that are written at once, of those that belong to no job; more are refused for the moment.</summary>
    [Range(1, 10_000)]
    public int StoryboardsAtOnce { get; set; } = 8;

    /// <summary>How long a storyboard may take that somebody waits for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan StoryboardWithin { get; set; } = TimeSpan.FromSeconds(60);
}
