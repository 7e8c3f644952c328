using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What POST /v1/storyboards takes as JSON, as the API's description shows it; <see cref="RequestFields"/> and <see cref="VideoWishes"/> read it.
/// A form takes the same, every value as text.</summary>
internal record StoryboardBody
{
    [Description("A short topic. Exactly one of prompt, text and storyboard is given.")]
    [MaxLength(VideoRequestRules.PromptCharacters)]
    public string? Prompt { get; init; }

    [Description("A text to adapt, plain or Markdown, 20 to 10,000 words; in a form also an uploaded file.")]
    public string? Text { get; init; }

    [Description("A storyboard (docs/storyboard.schema.json), or its JSON as a string; in a form also an uploaded file.")]
    public Storyboard? Storyboard { get; init; }

    [Description("Asked length of the film; a number or a string. A server may be set to take less at most.")]
    [Range(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds)]
    public int? Seconds { get; init; }

    [Description("BCP 47 tag of the text; detected when left out.")]
    [MaxLength(StoryboardLimits.KeywordCharacters)]
    public string? Language { get; init; }

    [Description("A voice of GET /v1/voices.")]
    [MaxLength(StoryboardLimits.KeywordCharacters)]
    public string? Voice { get; init; }

    [Description("A theme of GET /v1/themes.")]
    public string? Theme { get; init; }

    [Description("Character of the music, or none.")]
    public string? Music { get; init; }

    [Description("Whether captions are drawn into the picture; the files and the soft track come in any case.")]
    public bool? Captions { get; init; }

    [Description("Seed of everything random: the same request and seed give the same film.")]
    public int? Seed { get; init; }
}
