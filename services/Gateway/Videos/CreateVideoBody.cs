using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What POST /v1/videos takes as JSON, as the API's description shows it; <see cref="RequestFields"/> and <see cref="VideoWishes"/> read it.</summary>
internal sealed record CreateVideoBody
{
    public const string SizePattern = "^[0-9]{3,4}x[0-9]{3,4}$";
    public const string SizeDescription = "Pixels as WIDTHxHEIGHT: even sides of 128 to 3840, up to 3840x2160 in all; not together with aspect.";
    public const string AspectDescription = "The shape, in 1080p; 16:9 unless size is given.";
    public const string FpsDescription = "Frames a second: 1 to 60, dividing 48,000; 30 when left out.";
    public const string SecretDescription = "Signing secret of the webhook, whsec_ and base64; without one the caller's own is used.";

    [Description("A short topic. Exactly one of prompt, text and storyboard is given.")]
    [MaxLength(VideoRequestRules.PromptCharacters)]
    public string? Prompt { get; init; }

    [Description("A text to adapt, plain or Markdown, 20 to 10,000 words.")]
    public string? Text { get; init; }

    [Description("A storyboard, or its JSON as a string.")]
    public Storyboard? Storyboard { get; init; }

    [Description("Named again in the answer; the engines that work are those of GET /v1/engines.")]
    [MaxLength(100)]
    public string? Model { get; init; }

    [Description("Asked length of the film; a number or a string. A server may be set to take less at most.")]
    [Range(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds)]
    public int? Seconds { get; init; }

    [Description(SizeDescription)]
    [RegularExpression(SizePattern)]
    public string? Size { get; init; }

    [Description(AspectDescription)]
    [AllowedValues("16:9", "9:16", "1:1", "4:5")]
    public string? Aspect { get; init; }

    [Description(FpsDescription)]
    [Range(1, VideoRequestRules.MostFramesPerSecond)]
    public int? Fps { get; init; }

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

    [Description("Where the end is told (Standard Webhooks): a URL, or a URL and a secret.")]
    public string? Webhook { get; init; }

    [Description(SecretDescription)]
    public string? WebhookSecret { get; init; }
}
