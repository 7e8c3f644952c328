using System.Globalization;
using System.Text.Json;

namespace Reelsmith.Contracts;

/// <summary>The members of a storyboard's JSON, from the file down to a point of a scene.</summary>
internal static class StoryboardMembers
{
    private static readonly IReadOnlyList<string> Templates = NamesOf<Template>();
    private static readonly IReadOnlyList<string> Transitions = NamesOf<Transition>();

    public static Storyboard StoryboardOf(JsonElement value)
    {
        var members = new JsonMembers(value, "", "version", "title", "language", "style", "scenes", "sources");
        if (members.Integer("version") is { } version and not Storyboard.CurrentVersion)
        {
            throw ReelsmithException.InvalidInput("storyboard_version", $"version is {version}.", $"This Reelsmith reads version {Storyboard.CurrentVersion}.");
        }
        var language = members.RequiredText("language", StoryboardLimits.KeywordCharacters);
        if (!LanguageTag.IsWellFormed(language))
        {
            throw ReelsmithException.InvalidInput("storyboard_language", $"language is \"{language}\".", "Use a BCP 47 tag such as \"en\", \"zh\" or \"pt-BR\".");
        }
        return new Storyboard
        {
            Title = members.RequiredText("title", StoryboardLimits.TitleCharacters),
            Language = language,
            Style = members.Object("style", StyleOf) ?? new Style(),
            Scenes = ScenesOf(members.Required("scenes")),
            Sources = members.Items("sources", StoryboardLimits.Sources, SourceOf),
        };
    }

    private static IReadOnlyList<Scene> ScenesOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is var count and (0 or > StoryboardLimits.Scenes))
        {
            throw ReelsmithException.InvalidInput("storyboard_scene_count",
                count == 0 ? "scenes is empty." : string.Create(CultureInfo.InvariantCulture, $"scenes has {count:N0} scenes."),
                count == 0 ? "Write at least one scene." : $"Keep at most {StoryboardLimits.Scenes}; split the film into several.");
        }
        return JsonMembers.ItemsOf(value, "scenes", StoryboardLimits.Scenes, SceneOf);
    }

    private static Style StyleOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "theme", "mood", "voice", "music", "captions", "seed");
        var defaults = new Style();
        return new Style
        {
            Theme = members.OptionalChoice("theme", StyleChoices.Themes) ?? defaults.Theme,
            Mood = members.OptionalChoice("mood", StyleChoices.Moods),
            Voice = members.Text("voice", StoryboardLimits.KeywordCharacters),
            Music = members.OptionalChoice("music", StyleChoices.Music),
            Captions = members.Flag("captions") ?? defaults.Captions,
            Seed = members.Integer("seed") ?? defaults.Seed,
        };
    }

    private static Scene SceneOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "narration", "visual", "transition", "seconds");
        var transition = members.OptionalChoice("transition", Transitions);
        return new Scene
        {
            Narration = members.RequiredText("narration", StoryboardLimits.NarrationCharacters),
            Visual = VisualOf(members.Required("visual"), members.PathOf("visual")),
            Transition = transition is null ? null : ValueOf<Transition>(transition),
            Seconds = members.Seconds("seconds"),
        };
    }

    private static Visual VisualOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "template", "kicker", "headline", "short", "emphasis", "body", "points", "figure", "keywords", "photo", "credits");
        var visual = new Visual
        {
            Template = ValueOf<Template>(members.Choice("template", Templates)),
            Kicker = members.Text("kicker", StoryboardLimits.LineCharacters),
            Headline = members.Text("headline", StoryboardLimits.LineCharacters),
            Short = members.Text("short", StoryboardLimits.LineCharacters),
            Emphasis = members.Texts("emphasis", StoryboardLimits.Keywords, StoryboardLimits.LineCharacters),
            Body = members.Text("body", StoryboardLimits.BodyCharacters),
            Points = members.Items("points", StoryboardLimits.MostPoints, PointOf),
            Figure = members.Object("figure", FigureOf),
            Keywords = members.Texts("keywords", StoryboardLimits.Keywords, StoryboardLimits.KeywordCharacters),
            Photo = members.Object("photo", PhotoOf),
            Credits = members.Items("credits", StoryboardLimits.Credits, CreditOf),
        };
        Check(visual, members);
        return visual;
    }

    // What each template cannot be drawn without.
    private static void Check(Visual visual, JsonMembers members)
    {
        if (visual.Template is Template.Title or Template.Statement or Template.Illustration or Template.Quote) members.Required("headline");
        if (visual.Template is Template.Number) members.Required("figure");
        if (visual.Template is Template.Points && visual.Points.Count < StoryboardLimits.FewestPoints)
        {
            throw ReelsmithException.InvalidInput("storyboard_point_count", $"{members.PathOf("points")} has {visual.Points.Count} items.",
                $"A points scene shows {StoryboardLimits.FewestPoints} to {StoryboardLimits.MostPoints}.");
        }
        if (visual is { Photo: not null, ShowsPhoto: false })
        {
            throw ReelsmithException.InvalidInput("storyboard_photo", $"{members.PathOf("photo")} stands in a scene that shows none.", "Put it into a title or an illustration.");
        }
        if (visual.Emphasis.FirstOrDefault(part => visual.Headline?.Contains(part, StringComparison.Ordinal) != true) is { } stray)
        {
            throw ReelsmithException.InvalidInput("storyboard_emphasis", $"{members.PathOf("emphasis")} has \"{stray}\", which the headline does not contain.",
                "Write it letter for letter as in the headline.");
        }
    }

    private static Point PointOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "title", "text", "keywords", "spokenAt");
        return new Point
        {
            Title = members.RequiredText("title", StoryboardLimits.LineCharacters),
            Text = members.Text("text", StoryboardLimits.LineCharacters),
            Keywords = members.Texts("keywords", StoryboardLimits.Keywords, StoryboardLimits.KeywordCharacters),
            SpokenAt = members.Text("spokenAt", StoryboardLimits.NarrationCharacters),
        };
    }

    private static Figure FigureOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "value", "unit", "label");
        return new Figure
        {
            Value = members.RequiredText("value", StoryboardLimits.FigureCharacters),
            Unit = members.Text("unit", StoryboardLimits.FigureCharacters),
            Label = members.Text("label", StoryboardLimits.LineCharacters),
        };
    }

    private static ArtifactRef PhotoOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "hash", "extension", "bytes");
        var hash = members.RequiredText("hash", StoryboardLimits.LineCharacters);
        if (hash.Length != ArtifactRef.HashDigits || !hash.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
        {
            throw ReelsmithException.InvalidInput("storyboard_photo", $"{members.PathOf("hash")} is no SHA-256.", "Copy the photo from the storyboard that Reelsmith wrote.");
        }
        members.Required("bytes");
        return new ArtifactRef(hash, members.Choice("extension", PhotoKinds.Extensions), members.Integer("bytes")!.Value);
    }

    private static Credit CreditOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "role", "name");
        return new Credit(members.RequiredText("role", StoryboardLimits.LineCharacters), members.RequiredText("name", StoryboardLimits.LineCharacters));
    }

    private static Source SourceOf(JsonElement value, string path)
    {
        var members = new JsonMembers(value, path, "kind", "name", "detail", "licence");
        return new Source(members.RequiredText("kind", StoryboardLimits.KeywordCharacters), members.RequiredText("name", StoryboardLimits.LineCharacters),
            members.Text("detail", StoryboardLimits.BodyCharacters), members.Text("licence", StoryboardLimits.LineCharacters));
    }

    private static string[] NamesOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => JsonSerializer.Serialize(value).Trim('"'))];

    private static T ValueOf<T>(string name) where T : struct, Enum => JsonSerializer.Deserialize<T>($"\"{name}\"");
}
