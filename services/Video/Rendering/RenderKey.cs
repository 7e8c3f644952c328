using Reelsmith.Contracts;

namespace Reelsmith.Video.Rendering;

/// <summary>Everything that determines a clip: no job, no scene number of the command, no voice, no music.</summary>
/// <param name="Machine">Fonts and encoder of this machine (<see cref="MotionEngine.Fingerprint"/>).</param>
internal sealed record RenderKey(SceneDrawing Drawing, SceneDrawing? Previous, VideoFormat Format, string Machine)
{
    public static RenderKey Of(RenderScene command, string machine)
    {
        var shown = command.Drawing.Transition == Transition.Cut ? null : command.Previous;
        return new RenderKey(Seen(command.Drawing), shown is null ? null : Seen(shown) with { Style = Seen(shown).Style with { Captions = false } }, command.Format, machine);
    }

    private static SceneDrawing Seen(SceneDrawing drawing) => drawing with { Style = drawing.Style with { Voice = null, Music = null } };
}
