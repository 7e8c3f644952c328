using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Engines;

/// <summary>What POST /v1/storyboards takes, as the API's description shows it: what POST /v1/videos does, without what is for drawing.</summary>
internal sealed record StoryboardBody
{
    [Description("A short topic. Exactly one of prompt, text and storyboard is given.")]
    [MaxLength(VideoRequestRules.PromptCharacters)]
    public string? Prompt { get; init; }

    [Description("A text to adapt, plain or Markdown, 20 to 10,000 words; in a form also an uploaded file.")]
    public string? Text { get; init; }

    [Description("A storyboard to complete (docs/storyboard.schema.json): an object, its JSON as a string, or in a form an uploaded file.")]
    public Storyboard? Storyboard { get; init; }

    [Description("Asked length of the film; a number or a string.")]
    [Range(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds)]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Seconds { get; init; }

    [Description("BCP 47 tag of the text; detected when left out.")]
    public string? Language { get; init; }

    [Description("A voice of GET /v1/voices.")]
    public string? Voice { get; init; }

    [Description("A theme of GET /v1/themes.")]
    public string? Theme { get; init; }

    [Description("calm, bright, wonder, tense, warm or none.")]
    public string? Music { get; init; }

    [Description("Whether captions are drawn into the picture.")]
    public bool? Captions { get; init; }

    [Description("Seed of everything random.")]
    public int? Seed { get; init; }
}
