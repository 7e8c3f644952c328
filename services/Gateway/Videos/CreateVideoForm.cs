using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What POST /v1/videos takes as a form, as the API's description shows it: the same as <see cref="CreateVideoBody"/>, every value as text.</summary>
internal sealed record CreateVideoForm
{
    [Description("A short topic. Exactly one of prompt, text and storyboard is given.")]
    [MaxLength(VideoRequestRules.PromptCharacters)]
    public string? Prompt { get; init; }

    [Description("A text to adapt, plain or Markdown, 20 to 10,000 words: a field or an uploaded file.")]
    public string? Text { get; init; }

    [Description("A storyboard in JSON (schema Storyboard): a field or an uploaded file.")]
    public string? Storyboard { get; init; }

    [Description("Named again in the answer; the engines that work are those of GET /v1/engines.")]
    [MaxLength(100)]
    public string? Model { get; init; }

    [Description("Asked length of the film in whole seconds.")]
    [RegularExpression("^[0-9]{1,4}$")]
    public string? Seconds { get; init; }

    [Description(CreateVideoBody.SizeDescription)]
    [RegularExpression(CreateVideoBody.SizePattern)]
    public string? Size { get; init; }

    [Description(CreateVideoBody.AspectDescription)]
    [AllowedValues("16:9", "9:16", "1:1", "4:5")]
    public string? Aspect { get; init; }

    [Description(CreateVideoBody.FpsDescription)]
    [RegularExpression("^[0-9]{1,2}$")]
    public string? Fps { get; init; }

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

    [Description("Whether captions are drawn into the picture.")]
    [AllowedValues("true", "false")]
    public string? Captions { get; init; }

    [Description("Seed of everything random.")]
    [RegularExpression("^-?[0-9]{1,10}$")]
    public string? Seed { get; init; }

    [Description("Where the end is told (Standard Webhooks): a URL.")]
    [MaxLength(2_000)]
    public string? Webhook { get; init; }

    [Description(CreateVideoBody.SecretDescription)]
    public string? WebhookSecret { get; init; }
}
