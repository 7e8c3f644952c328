using Reelsmith.Contracts;

namespace Reelsmith.Composer.Posters;

/// <summary>Chooses the frame that stands for the film.</summary>
internal static class PosterFrame
{
    // The last frames of a scene: everything has come in, the voice has ended, and the caption has gone before the transition.
    private const int BeforeSceneEnd = 2;

    /// <summary>Frame of the film, from 0: the title's settled picture, or the first scene's when there is no title.</summary>
    public static int Of(Films.FilmTimeline timeline, Storyboard storyboard)
    {
        var title = storyboard.Scenes.Take(timeline.Scenes.Count).ToList().FindIndex(s => s.Visual.Template == Template.Title);
        var scene = timeline.Scenes[Math.Max(title, 0)];
        return scene.Start + Math.Max(0, scene.Frames - BeforeSceneEnd);
    }
}
