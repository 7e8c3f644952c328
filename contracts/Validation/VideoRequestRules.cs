using System.Globalization;
using System.Text;

namespace Reelsmith.Contracts;

/// <summary>What can be asked for. Each rule throws a <see cref="ReelsmithException"/> that says what to change.</summary>
public static class VideoRequestRules
{
    public const int ShortestSide = 128;
    public const int LongestSide = 3840;
    public const int MostPixels = 3840 * 2160;
    public const int MostFramesPerSecond = 60;
    public const int FewestSeconds = 1;
    public const int MostSeconds = 1800;
    public const int PromptCharacters = 2_000;
    public const int TextBytes = 200 * 1024;
    public const int TextWords = 10_000;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks everything that can be checked without opening the artifacts a request names.</summary>
    public static void Check(VideoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = (request.Prompt is null ? 0 : 1) + (request.Text is null ? 0 : 1) + (request.Storyboard is null ? 0 : 1);
        if (given != 1)
        {
            throw Invalid("one_input", given == 0 ? "Nothing to make a film from was given." : "More than one of prompt, text and storyboard was given.",
                "Give exactly one: a prompt, a text or a storyboard.");
        }
        if (request.Prompt is not null) CheckPrompt(request.Prompt);
        Check(request.Format);
        if (request.Seconds is { } seconds and (< FewestSeconds or > MostSeconds))
        {
            throw Invalid("seconds_out_of_range", $"The length is {seconds} s.", $"Use {FewestSeconds} to {MostSeconds} seconds.");
        }
        if (request.Language is not null) CheckLanguage(request.Language);
        CheckChoice("theme", request.Theme, StyleChoices.Themes);
        CheckChoice("music", request.Music, StyleChoices.Music);
        if (request.Voice is { } voice && string.IsNullOrWhiteSpace(voice))
        {
            throw Invalid("voice_unknown", "The voice's name is empty.", "`reelsmith voices` lists what there is.");
        }
    }

    public static void Check(VideoFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var (width, height, rate) = format;
        if (width is < ShortestSide or > LongestSide || height is < ShortestSide or > LongestSide || (long)width * height > MostPixels)
        {
            throw Invalid("size_out_of_range", $"The size is {width}x{height}.", $"Use sides of {ShortestSide} to {LongestSide} pixels, at most 3840x2160 in all.");
        }
        if (width % 2 != 0 || height % 2 != 0)
        {
            throw Invalid("size_odd", $"The size is {width}x{height}.", $"H.264 needs even sides: use {width + (width % 2)}x{height + (height % 2)}.");
        }
        if (rate is < 1 or > MostFramesPerSecond || VideoFormat.SampleRate % rate != 0)
        {
            throw Invalid("fps_out_of_range", $"The rate is {rate} frames a second.", "Use a rate of 1 to 60 that divides 48,000: 24, 25, 30, 48, 50 or 60.");
        }
    }

    /// <summary>A BCP 47 tag, by its shape.</summary>
    public static void CheckLanguage(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (!LanguageTag.IsWellFormed(language)) throw Invalid("language_tag", $"\"{language}\" is not a language tag.", "Use a BCP 47 tag such as en, zh or pt-BR.");
    }

    /// <summary>A short topic: has letters or digits, and is not a whole text.</summary>
    public static void CheckPrompt(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        if (string.IsNullOrWhiteSpace(prompt)) throw Invalid("prompt_empty", "The prompt is empty.", "Say what the film is about, for example \"Why do volcanoes erupt?\".");
        if (prompt.Length > PromptCharacters)
        {
            throw Invalid("prompt_too_long", string.Create(CultureInfo.InvariantCulture, $"The prompt has {prompt.Length:N0} characters."),
                string.Create(CultureInfo.InvariantCulture, $"A prompt has at most {PromptCharacters:N0}; put a longer text in a file and give it with --text."));
        }
        if (!SaysSomething(prompt)) throw Invalid("prompt_without_words", "The prompt has no word in it.", "Say in words what the film is about, for example \"Why do volcanoes erupt?\".");
    }

    /// <summary>A text to adapt.</summary>
    /// <param name="content">The file, with or without a byte order mark.</param>
    /// <returns>The text.</returns>
    public static string ReadText(ReadOnlySpan<byte> content)
    {
        if (content.Length > TextBytes)
        {
            throw Invalid("text_too_long", string.Create(CultureInfo.InvariantCulture, $"The text has more than {TextBytes / 1024:N0} KiB."),
                "Give at most 10,000 words: the chapter or part that the film is about.");
        }
        if (content.Contains((byte)0)) throw Invalid("text_binary", "The text is a binary file.", "Give plain text or Markdown, saved as UTF-8.");
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        string text;
        try
        {
            text = StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw Invalid("text_not_utf8", "The text is not UTF-8.", "Save it as UTF-8 (for example with `iconv -f latin1 -t utf-8`).");
        }
        if (string.IsNullOrWhiteSpace(text)) throw Invalid("text_empty", "The text is empty.", "Give a text of 20 to 10,000 words.");
        if (!SaysSomething(text)) throw Invalid("text_without_words", "The text has no word in it.", "Give a text of 20 to 10,000 words.");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return words <= TextWords ? text : throw Invalid("text_too_long", string.Create(CultureInfo.InvariantCulture, $"The text has {words:N0} words."),
            "Give at most 10,000: the chapter or part that the film is about.");
    }

    private static bool SaysSomething(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static void CheckChoice(string what, string? value, IReadOnlyList<string> choices)
    {
        if (value is null || choices.Contains(value)) return;
        throw Invalid($"{what}_unknown", $"There is no {what} \"{value}\".", $"Use one of {string.Join(", ", choices)}.");
    }

    private static ReelsmithException Invalid(string code, string message, string hint) => ReelsmithException.InvalidInput(code, message, hint);
}
