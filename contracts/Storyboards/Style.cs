namespace Reelsmith.Contracts;

/// <summary>How the whole film looks and sounds. Null means: chosen from the text.</summary>
public sealed record Style
{
    /// <summary>A theme of the renderer: "dusk" or "hearth".</summary>
    public string Theme { get; init; } = "dusk";

    /// <summary>The colours of theme dusk: "ember", "ocean", "forest" or "cosmos".</summary>
    public string? Mood { get; init; }

    /// <summary>A voice as listed by <c>reelsmith voices</c>.</summary>
    public string? Voice { get; init; }

    /// <summary>Character of the music bed ("calm", "bright", "wonder", "tense", "warm"), or "none".</summary>
    public string? Music { get; init; }

    /// <summary>Whether captions are drawn into the picture. The soft subtitle track and the files come in any case.</summary>
    public bool Captions { get; init; } = true;

    /// <summary>Seed of everything random: the same storyboard and seed give the same film.</summary>
    public int Seed { get; init; } = 1;
}
