using System.Globalization;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Videos;

/// <summary>Reads what a film is to be from a request's fields.</summary>
internal static class VideoWishes
{
    /// <summary>The parameters that say what is told, and how.</summary>
    public static IReadOnlyList<string> ScriptParameters { get; } = ["prompt", "text", "storyboard", "seconds", "language", "voice", "theme", "music", "captions", "seed"];

    /// <summary>The parameters that say what is drawn.</summary>
    public static IReadOnlyList<string> DrawingParameters { get; } = ["size", "aspect", "fps"];

    /// <summary>Checks everything, and only then stores the text or the storyboard that the request refers to.</summary>
    /// <exception cref="ReelsmithException">It cannot be made.</exception>
    public static async Task<VideoRequest> Read(RequestFields fields, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var placeholder = new ArtifactRef("", "", 0);
        var (text, storyboard) = (fields.File("text"), fields.JsonFile("storyboard"));
        var wishes = new VideoRequest
        {
            Prompt = fields.Text("prompt"),
            Text = text is null ? null : placeholder,
            Storyboard = storyboard is null ? null : placeholder,
            Seconds = fields.WholeNumber("seconds"),
            Format = Format(fields),
            Language = fields.Text("language", StoryboardLimits.KeywordCharacters),
            Voice = fields.Text("voice", StoryboardLimits.KeywordCharacters),
            Theme = fields.Text("theme", StoryboardLimits.KeywordCharacters),
            Music = fields.Text("music", StoryboardLimits.KeywordCharacters),
            Captions = fields.Flag("captions"),
            Seed = fields.WholeNumber("seed"),
        };
        VideoRequestRules.Check(wishes);
        if (wishes.Prompt is { } prompt) return wishes with { Prompt = prompt.Trim() };
        if (text is { } content)
        {
            var read = VideoRequestRules.ReadText(content);
            return wishes with { Text = await artifacts.AddBytes(System.Text.Encoding.UTF8.GetBytes(read), "txt", cancellationToken) };
        }
        StoryboardJson.Read(storyboard!);
        return wishes with { Storyboard = await artifacts.AddBytes(storyboard, "json", cancellationToken) };
    }

    private static VideoFormat Format(RequestFields fields)
    {
        var (size, aspect) = (fields.Text("size", StoryboardLimits.KeywordCharacters), fields.Text("aspect", StoryboardLimits.KeywordCharacters));
        if (size is not null && aspect is not null) throw ReelsmithException.InvalidInput("size_and_aspect", "Both size and aspect were given.", "Use one of them.").About("aspect");
        var (width, height) = size is not null ? Size(size) : aspect switch
        {
            null or "16:9" => (1920, 1080),
            "9:16" => (1080, 1920),
            "1:1" => (1080, 1080),
            "4:5" => (1080, 1350),
            _ => throw ReelsmithException.InvalidInput("aspect_unknown", "There is no such aspect.", "Use 16:9, 9:16, 1:1 or 4:5, or give size."),
        };
        return new VideoFormat(width, height, fields.WholeNumber("fps") ?? VideoFormat.Default.FramesPerSecond);
    }

    private static (int Width, int Height) Size(string size)
    {
        var sides = size.Split('x');
        return sides.Length == 2 && int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width) && int.TryParse(sides[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            ? (width, height)
            : throw ReelsmithException.InvalidInput("size_invalid", "The size cannot be read.", "Write it as WIDTHxHEIGHT in pixels, for example 1280x720.");
    }
}
