using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What POST /v1/videos takes, as the API's description shows it; <see cref="RequestFields"/> and <see cref="VideoWishes"/> read it.</summary>
internal sealed record CreateVideoBody
{
    [Description("A short topic. Exactly one of prompt, text and storyboard is given.")]
    [MaxLength(VideoRequestRules.PromptCharacters)]
    public string? Prompt { get; init; }

    [Description("A text to adapt, plain or Markdown, 20 to 10,000 words; in a form also an uploaded file.")]
    public string? Text { get; init; }

    [Description("A storyboard (docs/storyboard.schema.json): an object, its JSON as a string, or in a form an uploaded file.")]
    public Storyboard? Storyboard { get; init; }

    [Description("Named again in the answer; the engines that work are those of GET /v1/engines.")]
    [MaxLength(100)]
    public string? Model { get; init; }

    [Description("Asked length of the film; a number or a string.")]
    [Range(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds)]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Seconds { get; init; }

    [Description("Pixels as WIDTHxHEIGHT, even, up to 3840x2160 in all; not together with aspect.")]
    [RegularExpression("^[0-9]{3,4}x[0-9]{3,4}$")]
    public string? Size { get; init; }

    [Description("16:9 (default), 9:16, 1:1 or 4:5, in 1080p.")]
    [AllowedValues("16:9", "9:16", "1:1", "4:5")]
    public string? Aspect { get; init; }

    [Description("Frames a second: 1 to 60, dividing 48,000.")]
    [Range(1, VideoRequestRules.MostFramesPerSecond)]
    public int? Fps { get; init; }

    [Description("BCP 47 tag of the text; detected when left out.")]
    public string? Language { get; init; }

    [Description("A voice of GET /v1/voices.")]
    public string? Voice { get; init; }

    [Description("A theme of GET /v1/themes.")]
    public string? Theme { get; init; }

    [Description("calm, bright, wonder, tense, warm or none.")]
    public string? Music { get; init; }

    [Description("Whether captions are drawn into the picture; the files and the soft track come in any case.")]
    public bool? Captions { get; init; }

    [Description("Seed of everything random: the same request and seed give the same film.")]
    public int? Seed { get; init; }

    [Description("Where the end is told (Standard Webhooks): a URL, or {\"url\", \"secret\"}.")]
    public string? Webhook { get; init; }

    [Description("Signing secret of the webhook, whsec_ and base64; without one the caller's own is used.")]
    [JsonPropertyName("webhook_secret")]
    public string? WebhookSecret { get; init; }

    [Description("Not supported: the engine draws its own pictures.")]
    [JsonPropertyName("input_reference")]
    public string? InputReference { get; init; }
}
