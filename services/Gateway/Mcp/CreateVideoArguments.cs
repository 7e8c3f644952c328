using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Mcp;

/// <summary>What create_video takes, as its schema shows it; the reader of POST /v1/videos reads it.</summary>
internal sealed record CreateVideoArguments
{
    [Description("A short topic, for example \"Why do volcanoes erupt?\". Give exactly one of prompt, text and storyboard.")]
    [MaxLength(VideoRequestRules.PromptCharacters)]
    public string? Prompt { get; init; }

    [Description("A text to adapt, plain or Markdown, 20 to 10,000 words: for more than a topic, write the text yourself and give it here.")]
    public string? Text { get; init; }

    [Description("A storyboard, as get_storyboard returns them: title, language, style and scenes, each with narration and visual.")]
    public JsonObject? Storyboard { get; init; }

    [Description("A picture of the person's own for the opening of the film: its https URL, or a data URL.")]
    public string? InputReference { get; init; }

    [Description("Asked length of the film. Default: 60 for a topic, as long as it needs for a text.")]
    [Range(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds)]
    public int? Seconds { get; init; }

    [Description("Shape of the picture, in 1080p. Default: 16:9.")]
    [AllowedValues("16:9", "9:16", "1:1", "4:5")]
    public string? Aspect { get; init; }

    [Description("Pixels as WIDTHxHEIGHT, both even, instead of aspect; for example 1280x720.")]
    public string? Size { get; init; }

    [Description("Frames a second: 24, 25, 30, 48, 50 or 60. Default: 30.")]
    [Range(1, VideoRequestRules.MostFramesPerSecond)]
    public int? Fps { get; init; }

    [Description("BCP 47 tag of the language of the text, such as en, zh or pt-BR. Default: detected.")]
    public string? Language { get; init; }

    [Description("The id of a voice that list_voices lists. Default: the best one for the language.")]
    public string? Voice { get; init; }

    [Description("Look of the film. Default: chosen by the text.")]
    [AllowedValues("dusk", "hearth")]
    public string? Theme { get; init; }

    [Description("Character of the music. Default: chosen by the text.")]
    [AllowedValues("calm", "bright", "wonder", "tense", "warm", "none")]
    public string? Music { get; init; }

    [Description("Whether captions are drawn into the picture. Default: true.")]
    public bool? Captions { get; init; }

    [Description("Seed of everything random: the same arguments and seed give the same film.")]
    public int? Seed { get; init; }
}
