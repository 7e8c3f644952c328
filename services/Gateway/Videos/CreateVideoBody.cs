using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What POST /v1/videos takes as JSON: what is for the storyboard, and what is for drawing and telling.</summary>
internal sealed record CreateVideoBody : StoryboardBody
{
    // What is for the storyboard comes first in the description.
    private const int Behind = 1;

    [Description("Named again in the answer; the engines that work are those of GET /v1/engines.")]
    [MaxLength(100)]
    [JsonPropertyOrder(Behind)]
    public string? Model { get; init; }

    [Description("Pixels as WIDTHxHEIGHT: even sides of 128 to 3840, up to 3840x2160 in all; not together with aspect.")]
    [RegularExpression("^[0-9]{3,4}x[0-9]{3,4}$")]
    [JsonPropertyOrder(Behind)]
    public string? Size { get; init; }

    [Description("The shape, in 1080p; 16:9 unless size is given.")]
    [AllowedValues("16:9", "9:16", "1:1", "4:5")]
    [JsonPropertyOrder(Behind)]
    public string? Aspect { get; init; }

    [Description("Frames a second: 1 to 60, dividing 48,000; 30 when left out.")]
    [Range(1, VideoRequestRules.MostFramesPerSecond)]
    [JsonPropertyOrder(Behind)]
    public int? Fps { get; init; }

    [Description("A picture of one's own, which the film shows at its opening, JPEG, PNG or WebP: its URL, or a data URL; in a form an uploaded file.")]
    [JsonPropertyOrder(Behind)]
    public string? InputReference { get; init; }

    [Description("Where the end is told (Standard Webhooks): a URL, or as JSON also a URL and a secret.")]
    [JsonPropertyOrder(Behind)]
    public string? Webhook { get; init; }

    [Description("Signing secret of the webhook, whsec_ and base64; without one the caller's own is used.")]
    [JsonPropertyOrder(Behind)]
    public string? WebhookSecret { get; init; }
}
