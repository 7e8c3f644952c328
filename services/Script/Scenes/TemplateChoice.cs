using Reelsmith.Contracts;

namespace Reelsmith.Script.Scenes;

/// <summary>Chooses among each scene's options so that a film has variety.</summary>
internal static class TemplateChoice
{
    // Large type at least this often.
    private const double SecondsBetweenLargeType = 17;

    /// <param name="scenes">The options of each scene, at least one, and the scene's length in seconds.</param>
    /// <param name="first">The template of the scene before the first of these.</param>
    public static List<Visual> Choose(IReadOnlyList<(IReadOnlyList<VisualOption> Options, double Seconds)> scenes, Template first)
    {
        var chosen = new List<Visual>();
        var templates = new List<Template> { first };
        var sinceLarge = 0.0;
        foreach (var (options, seconds) in scenes)
        {
            var best = options.OrderByDescending(o => o.Strength + Variety(o.Visual.Template, templates, sinceLarge + seconds)).First();
            chosen.Add(best.Visual);
            templates.Add(best.Visual.Template);
            sinceLarge = IsLarge(best.Visual.Template) ? 0 : sinceLarge + seconds;
        }
        return chosen;
    }

    private static double Variety(Template template, List<Template> before, double sinceLarge)
    {
        var value = 0.0;
        if (before.Count >= 2 && before[^1] == template && before[^2] == template) value -= 10;
        if (before[^1] == template) value -= template == Template.Illustration ? 0.2 : 0.7;
        if (template == Template.Quote && before.TakeLast(4).Contains(Template.Quote)) value -= 0.5;
        if (template == Template.Statement && before.Count >= 2 && before[^2] == Template.Statement) value -= 0.25;
        if (IsLarge(template) && sinceLarge > SecondsBetweenLargeType) value += 1;
        return value;
    }

    private static bool IsLarge(Template template) => template is Template.Statement or Template.Number or Template.Quote;
}
