using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Script.Documents;
using Reelsmith.Script.Languages;
using Reelsmith.Script.WordNet;

namespace Reelsmith.Script.Storyboards;

/// <summary>Writes the storyboard that a person asked for, from a topic, a text or a storyboard of their own.</summary>
internal sealed class StoryboardWriter(IArtifactStore artifacts) : IDisposable
{
    /// <summary>Name and version; a result made by another version is made anew.</summary>
    public const string Engine = "outline/1";

    private const int TextWords = 40;
    private const int TopicSeconds = 60;

    private readonly Lazy<WordNetDatabase?> _wordNet = new(OpenWordNet);

    /// <summary>The text or storyboard that the request refers to; empty for a prompt.</summary>
    public async Task<ReadOnlyMemory<byte>> Read(VideoRequest request, CancellationToken cancellationToken) =>
        (request.Storyboard ?? request.Text) is { } given ? await File.ReadAllBytesAsync(await artifacts.PathOf(given, cancellationToken), cancellationToken) : default;

    /// <param name="given">As <see cref="Read"/> gave it.</param>
    /// <exception cref="ReelsmithException">The input cannot be made into a film; the failure says what to change.</exception>
    public Storyboard Write(VideoRequest request, ReadOnlyMemory<byte> given)
    {
        var storyboard = request switch
        {
            { Storyboard: not null } => StoryboardCompletion.Complete(StoryboardReader.Read(given), request.Language),
            { Text: not null } => FromText(TextDecoder.Decode(given.Span), request),
            { Prompt: { } prompt } => FromPrompt(TextDecoder.Clean(prompt).Trim(), request),
            _ => throw ReelsmithException.InvalidInput("prompt_missing", "Neither a prompt nor a text nor a storyboard is given.", "Give one of them."),
        };
        return WithPhoto(storyboard with { Style = Override(storyboard.Style, request) }, request.Photo);
    }

    /// <summary>Adapts a text.</summary>
    public Storyboard FromText(string text, VideoRequest request)
    {
        if (!text.Any(char.IsLetterOrDigit)) throw ReelsmithException.InvalidInput("text_empty", "The text has no words.", "Give a text of at least three words.");
        var language = request.Language ?? LanguageDetector.Detect(text);
        return new TextAdapter(language, _wordNet.Value).Adapt(DocumentReader.Read(text, language), request.Seconds);
    }

    /// <summary>Explains a topic, or adapts a prompt that is a text itself.</summary>
    public Storyboard FromPrompt(string prompt, VideoRequest request)
    {
        if (!prompt.Any(char.IsLetterOrDigit))
        {
            throw ReelsmithException.InvalidInput("prompt_empty", "The prompt has no words.", "Write a topic such as \"Why do volcanoes erupt?\", or give a text with --text.");
        }
        if (Words.Count(prompt) >= TextWords) return FromText(prompt, request);
        var language = request.Language ?? LanguageDetector.Detect(prompt);
        if (SpokenLanguage.Primary(language) != "en")
        {
            throw ReelsmithException.InvalidInput("topic_language", $"Topics are explained in English only so far, and this one is in another language ({language}).",
                "Give a text in that language with --text FILE, or write the topic in English.");
        }
        var database = _wordNet.Value ?? WordNetDatabase.Find();
        var explanation = new TopicExplainer(database).Explain(prompt, language, request.Seconds ?? TopicSeconds)
            ?? throw ReelsmithException.InvalidInput("topic_unknown", $"Nothing is known here about \"{Shortened(prompt)}\".",
                "Give a text about it with --text FILE, or set up a language model that can write the script.");
        return new ExplanationAdapter(database).Adapt(explanation, language);
    }

    private static Storyboard WithPhoto(Storyboard storyboard, ArtifactRef? photo)
    {
        if (photo is null) return storyboard;
        Scene[] scenes = [.. storyboard.Scenes];
        var shows = Array.FindIndex(scenes, scene => scene.Visual.ShowsPhoto);
        if (shows < 0) throw ReelsmithException.InvalidInput("photo_without_scene", "No scene of the storyboard shows a photo.", "Make one of them a title or an illustration, or leave the photo out.");
        scenes[shows] = scenes[shows] with { Visual = scenes[shows].Visual with { Photo = photo } };
        return storyboard with { Scenes = scenes };
    }

    private static Style Override(Style style, VideoRequest request) => style with
    {
        Theme = request.Theme ?? style.Theme,
        Voice = request.Voice ?? style.Voice,
        Music = request.Music ?? style.Music,
        Captions = request.Captions ?? style.Captions,
        Seed = request.Seed ?? style.Seed,
    };

    private static string Shortened(string prompt) => prompt.Length <= 80 ? prompt : prompt[..80] + "…";

    private static WordNetDatabase? OpenWordNet()
    {
        try
        {
            return WordNetDatabase.Find();
        }
        catch (ReelsmithException)
        {
            return null; // texts are adapted without it, less finely; a topic asks again and says what is missing
        }
    }

    public void Dispose()
    {
        if (_wordNet.IsValueCreated) _wordNet.Value?.Dispose();
    }
}
