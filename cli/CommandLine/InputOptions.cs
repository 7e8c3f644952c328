using System.CommandLine;
using System.Globalization;
using Reelsmith.Contracts;

namespace Reelsmith.Cli.CommandLine;

/// <summary>The options that say what the film is about and how it is to be; shared by <c>make</c> and <c>storyboard</c>.
/// They are read as text and checked here, so that a wrong one gets an answer in Reelsmith's own words.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _prompt = new("PROMPT") { Description = "A short topic, in quotes.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _text = Text("--text", "FILE", "Adapt this text, plain or Markdown; - reads standard input.");
    private readonly Option<string?> _storyboard = Text("--storyboard", "FILE", "Make this storyboard; - reads standard input.");
    private readonly Option<string?> _photo = Text("--photo", "FILE", "Show this picture at the opening: JPEG, PNG or WebP.");
    private readonly Option<string?> _seconds = Text("--seconds", "N", "Asked length, 1 to 1800; a film is never shorter than what it says.");
    private readonly Option<string?> _size = Text("--size", "WxH", "Size of the picture, for example 1280x720.");
    private readonly Option<string?> _aspect = Text("--aspect", "W:H", "16:9 (default), 9:16, 1:1 or 4:5.");
    private readonly Option<string?> _fps = Text("--fps", "N", "Frames a second (default 30).");
    private readonly Option<string?> _voice = Text("--voice", "NAME", "A voice of `reelsmith voices`.");
    private readonly Option<string?> _language = Text("--language", "TAG", "Language of the text (default: detected).");
    private readonly Option<string?> _theme = Text("--theme", "NAME", $"{string.Join(" or ", StyleChoices.Themes)}.");
    private readonly Option<string?> _music = Text("--music", "NAME", $"{string.Join(", ", StyleChoices.Music)}.");
    private readonly Option<string?> _captions = Text("--captions", "on|off", "Draw captions into the picture (default on); --no-captions turns them off.");
    private readonly Option<string?> _seed = Text("--seed", "N", "Seed of everything random.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_prompt);
        foreach (var option in new[] { _text, _storyboard, _photo, _seconds, _aspect, _size, _fps, _voice, _language, _theme, _music, _captions, _seed }) command.Options.Add(option);
    }

    /// <exception cref="ReelsmithException">Something is missing, given twice, or cannot be.</exception>
    public FilmInput Read(ParseResult parsed)
    {
        var words = parsed.GetValue(_prompt) ?? [];
        if (words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            var meant = NearestName.Of(unknown, parsed.CommandResult.Command.Options.Select(option => option.Name));
            throw Arguments.Wrong($"There is no option {unknown}.", meant is null ? "`reelsmith make --help` lists the options." : $"Did you mean {meant}?");
        }
        if (words.Length > 1)
        {
            throw Arguments.Wrong($"The prompt must be one argument, but there are {words.Length}: {string.Join(", ", words.Take(3).Select(word => $"\"{word}\""))}.",
                $"Put it in quotes: reelsmith \"{string.Join(' ', words.Take(12))}\".");
        }
        return new FilmInput(words.FirstOrDefault(), parsed.GetValue(_text), parsed.GetValue(_storyboard), parsed.GetValue(_photo), new VideoRequest
        {
            Seconds = Number(parsed.GetValue(_seconds), "--seconds"),
            Format = Format(parsed),
            Voice = parsed.GetValue(_voice),
            Language = parsed.GetValue(_language),
            Theme = parsed.GetValue(_theme),
            Music = parsed.GetValue(_music),
            Captions = parsed.GetValue(_captions) switch
            {
                null => null,
                "on" => true,
                "off" => false,
                var other => throw Arguments.Wrong($"--captions is \"{other}\".", "Use on or off."),
            },
            Seed = Number(parsed.GetValue(_seed), "--seed"),
        });
    }

    private VideoFormat Format(ParseResult parsed)
    {
        var (size, aspect) = (parsed.GetValue(_size), parsed.GetValue(_aspect));
        if (size is not null && aspect is not null) throw Arguments.Wrong("Both --size and --aspect were given.", "Use one of them.");
        var (width, height) = size is not null ? Size(size) : aspect switch
        {
            null or "16:9" => (1920, 1080),
            "9:16" => (1080, 1920),
            "1:1" => (1080, 1080),
            "4:5" => (1080, 1350),
            _ => throw Arguments.Wrong($"--aspect is \"{aspect}\".", "Use 16:9, 9:16, 1:1 or 4:5, or give --size."),
        };
        return new VideoFormat(width, height, Number(parsed.GetValue(_fps), "--fps") ?? VideoFormat.Default.FramesPerSecond);
    }

    private static (int Width, int Height) Size(string size)
    {
        var sides = size.Split('x', 'X', '×');
        return sides.Length == 2 && TryNumber(sides[0], out var width) && TryNumber(sides[1], out var height)
            ? (width, height)
            : throw Arguments.Wrong($"--size is \"{size}\".", "Write it as WIDTHxHEIGHT in pixels, for example 1920x1080.");
    }

    private static int? Number(string? value, string option) => value is null ? null
        : TryNumber(value, out var number) ? number
        : throw Arguments.Wrong($"{option} is \"{value}\".", "Use a whole number.");

    private static bool TryNumber(string value, out int number) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
