using System.ComponentModel.DataAnnotations;

namespace Reelsmith.Gateway.Engines;

/// <summary>How long the stages may take to answer what is asked of them outside of any job. Configuration section <c>Reelsmith:Stages</c>.</summary>
public sealed class StageSettings
{
    public const string Section = "Reelsmith:Stages";

    /// <summary>To say which voices and engines they have.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>To write a storyboard that somebody waits for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan StoryboardWithin { get; set; } = TimeSpan.FromSeconds(60);
}
