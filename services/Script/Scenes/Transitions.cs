using System.Text.RegularExpressions;
using Reelsmith.Contracts;

namespace Reelsmith.Script.Scenes;

/// <summary>How the camera gets into each scene.</summary>
internal static partial class Transitions
{
    private const double SecondsPerCut = 30;

    /// <summary>Fills in the transitions that are not chosen yet; those that are stay.</summary>
    /// <param name="seconds">Estimated length of a scene's narration.</param>
    public static List<Scene> Choose(IReadOnlyList<Scene> scenes, Func<Scene, double> seconds)
    {
        var chosen = new List<Scene>(scenes.Count);
        var sinceCut = SecondsPerCut;
        for (var i = 0; i < scenes.Count; i++)
        {
            var scene = scenes[i];
            scene = scene with { Transition = scene.Transition ?? Between(chosen, scene, i, scenes.Count, sinceCut) };
            sinceCut = i > 0 && scene.Transition == Transition.Cut ? 0 : sinceCut + seconds(scene);
            chosen.Add(scene);
        }
        return chosen;
    }

    private static Transition Between(List<Scene> before, Scene scene, int index, int count, double sinceCut)
    {
        if (index == 0) return Transition.Cut;
        var (from, to) = (IsDeep(before[^1].Visual.Template), IsDeep(scene.Visual.Template));
        var wanted = from == to ? Transition.Ridge : to ? Transition.Dive : Transition.Rise;
        if (index == 1 && before[0].Visual.Template == Template.Title) wanted = Transition.Dive;
        if (index == count - 1 && scene.Visual.Template == Template.Ending) wanted = Transition.Rise;
        if (wanted == Transition.Ridge && sinceCut >= SecondsPerCut && Contrast().IsMatch(scene.Narration)) return Transition.Cut;
        if (index < 2 || before[^1].Transition != wanted || before[^2].Transition != wanted) return wanted;
        // Never the same three times: the camera takes the other way.
        return wanted != Transition.Ridge ? Transition.Ridge
            : to || before[^2].Transition == Transition.Rise ? Transition.Dive : index % 2 == 0 ? Transition.Dive : Transition.Rise;
    }

    /// <summary>Templates that are drawn underground.</summary>
    private static bool IsDeep(Template template) => template is Template.Statement or Template.Points;

    [GeneratedRegex(@"^[""“‘«„「]?(?:But|However|Yet|Suddenly|Instead|Then suddenly|All at once|Nevertheless|Doch|Aber|Plötzlich|Mais|Soudain|Pero|De repente|Ma|Improvvisamente|Mas|Но|Однако|Вдруг|但|可是|然而|忽然|突然|不过|不過|しかし|لكن|فجأة)")]
    private static partial Regex Contrast();
}
