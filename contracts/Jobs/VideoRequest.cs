namespace Reelsmith.Contracts;

/// <summary>What a person asks for. Exactly one of prompt, text and storyboard is given.</summary>
public sealed record VideoRequest
{
    /// <summary>A short topic ("Why do volcanoes erupt?").</summary>
    public string? Prompt { get; init; }

    /// <summary>A text to adapt, UTF-8, plain or Markdown.</summary>
    public ArtifactRef? Text { get; init; }

    /// <summary>A storyboard in JSON, as edited by a person.</summary>
    public ArtifactRef? Storyboard { get; init; }

    /// <summary>A picture of the person's own, for the first scene that can show one.</summary>
    public ArtifactRef? Photo { get; init; }

    /// <summary>Asked length of the film; null: 60 s for a topic, as long as it needs for a text of up to two minutes.</summary>
    public int? Seconds { get; init; }

    public VideoFormat Format { get; init; } = VideoFormat.Default;

    /// <summary>BCP 47 tag; null: detected.</summary>
    public string? Language { get; init; }

    // Overrides of the storyboard's style; null keeps what the script stage chose.
    public string? Theme { get; init; }

    public string? Voice { get; init; }

    public string? Music { get; init; }

    public bool? Captions { get; init; }

    public int? Seed { get; init; }
}
