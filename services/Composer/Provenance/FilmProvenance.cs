using Reelsmith.Composer.Captions;
using Reelsmith.Composer.Films;
using Reelsmith.Composer.Sound;
using Reelsmith.Contracts;

namespace Reelsmith.Composer.Provenance;

/// <summary>How a film was made, for people and for programs; words follow the C2PA specification (actions, ingredients, digital
/// source types of IPTC) where it has them. Holds no time of day: the same film has the same provenance.</summary>
internal sealed record FilmProvenance(string Format, string Title, string Language, string Label, IReadOnlyList<FilmProvenance.Action> Actions,
    IReadOnlyList<FilmProvenance.Ingredient> Ingredients, IReadOnlyList<Source> Sources, FilmProvenance.FilmSettings Settings,
    IReadOnlyList<FilmProvenance.SceneParts> Scenes, FilmProvenance.Files Outputs)
{
    private const string CurrentFormat = "reelsmith.provenance/1";
    private const string ByModel = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const string ByProgram = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";
    private const string Composite = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";
    private const string ByPerson = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation";

    /// <summary>The remark in the film's tags: what in it was generated.</summary>
    public static string LabelOf(FilmParts parts)
    {
        string[] generated = [.. Scripted(parts) ? ["script"] : Array.Empty<string>(), .. parts.HasSpeech ? ["voice"] : Array.Empty<string>(), .. parts.Character is null ? [] : (string[])["music"], "pictures"];
        return $"Made with AI: {string.Join(", ", generated[..^1])} and {generated[^1]}, by Reelsmith.";
    }

    public static FilmProvenance Of(FilmParts parts, ComposerEngine engine, MixLevels levels, Files outputs)
    {
        var storyboard = parts.Storyboard;
        return new FilmProvenance(CurrentFormat, storyboard.Title, storyboard.Language, LabelOf(parts), [.. ActionsOf(parts, engine)], [.. IngredientsOf(parts, engine)],
            storyboard.Sources, SettingsOf(parts, levels), [.. parts.Input.Scenes.Select((s, i) => new SceneParts(i, s.Frames, s.Clip.Hash, s.Narration.Audio.Hash, s.Narration.Words.Hash))], outputs);
    }

    private static bool Scripted(FilmParts parts) => !parts.Storyboard.Sources.All(s => s.Kind == "text");

    private static IEnumerable<Action> ActionsOf(FilmParts parts, ComposerEngine engine)
    {
        var model = parts.Storyboard.Sources.Any(s => s.Kind == "model");
        var given = parts.Storyboard.Sources.Count > 0 && !Scripted(parts);
        yield return new Action("c2pa.created", "script", given ? ByPerson : model ? ByModel : ByProgram,
            given ? "chosen from the given text" : model ? "written by a language model" : "written by a program from the named sources", []);
        yield return new Action("c2pa.created", "voice", ByModel, "synthetic speech", Distinct(parts.Input.Scenes.Select(s => s.Narration.Voice)));
        yield return new Action("c2pa.created", "pictures", ByProgram, "drawn and animated by a program", Distinct(parts.Input.Scenes.Select(s => s.Renderer)));
        if (parts.Character is { } character)
        {
            yield return new Action("c2pa.created", "music", ByProgram, $"composed by a program ({character.Name}), played by a synthesiser", [$"fluidsynth {engine.FluidSynth}"]);
        }
        yield return new Action("c2pa.edited", "film", Composite, "scenes joined, sound mixed, captions and chapters added", [ComposerEngine.Name, $"ffmpeg {engine.FFmpeg}"]);
    }

    private static IEnumerable<Ingredient> IngredientsOf(FilmParts parts, ComposerEngine engine)
    {
        yield return new Ingredient("pictures", "Fluent Emoji, by Microsoft", "MIT", null);
        yield return new Ingredient("font", "Inter, by The Inter Project Authors", "OFL-1.1", null);
        yield return new Ingredient("font", "Vollkorn, by Friedrich Althausen", "OFL-1.1", null);
        yield return new Ingredient("font", "Noto, by The Noto Project Authors", "OFL-1.1", null);
        yield return new Ingredient("keywords", "Unicode CLDR annotations", "Unicode-3.0", null);
        if (parts.Character is not null && engine.SoundFont is { } font) yield return new Ingredient("soundfont", font.Name, font.Licence, font.Hash);
        foreach (var photo in parts.Storyboard.Scenes.Select(scene => scene.Visual.Photo).OfType<ArtifactRef>().Distinct()) yield return new Ingredient("photo", "Picture given with the request", null, photo.Hash);
        yield return new Ingredient("storyboard", "Storyboard of this film", null, parts.Input.Storyboard.Hash);
    }

    private static FilmSettings SettingsOf(FilmParts parts, MixLevels levels)
    {
        var style = parts.Storyboard.Style;
        return new FilmSettings(parts.Input.Format, parts.Timeline.Frames, style.Theme, style.Mood, style.Captions, parts.Character?.Name ?? Music.Character.None, style.Seed,
            LanguageTags.Iso6392(parts.Storyboard.Language), MixMaster.TargetLoudness, levels.CeilingDb);
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    /// <param name="Kind">What was done, in C2PA's words.</param>
    /// <param name="Part">To what.</param>
    /// <param name="DigitalSourceType">IPTC's word for where it comes from.</param>
    internal sealed record Action(string Kind, string Part, string DigitalSourceType, string Description, IReadOnlyList<string> SoftwareAgents);

    internal sealed record Ingredient(string Kind, string Title, string? Licence, string? Sha256);

    internal sealed record FilmSettings(VideoFormat Format, int Frames, string Theme, string? Mood, bool Captions, string Music, int Seed, string AudioLanguage,
        double LoudnessTarget, double TruePeakLimit);

    internal sealed record SceneParts(int Scene, int Frames, string ClipSha256, string NarrationSha256, string WordsSha256);

    internal sealed record Files(ArtifactRef Video, ArtifactRef Poster, ArtifactRef CaptionsSrt, ArtifactRef CaptionsVtt);
}
