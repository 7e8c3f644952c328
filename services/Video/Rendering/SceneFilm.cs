using Reelsmith.Contracts;
using Reelsmith.Video.Compositing;
using Reelsmith.Video.Frames;
using Reelsmith.Video.Transitions;
using SkiaSharp;

namespace Reelsmith.Video.Rendering;

/// <summary>A scene's frames one after the other: its picture, and at its beginning the transition over the closing picture before.</summary>
internal sealed class SceneFilm : IDisposable
{
    private readonly BgraFrame _scene;
    private readonly Compositor _compositor;
    private readonly SKImage? _closing;
    private readonly ITransition? _transition;
    private readonly int _transitionFrames;
    private BgraFrame? _mixed;
    private SKImage? _view;

    /// <param name="closing">The closing picture of the scene before; owned by the film. Null: the scene starts with a cut.</param>
    public SceneFilm(ScenePicture picture, VideoFormat format, SKImage? closing, ITransition? transition, int transitionFrames)
    {
        _scene = new BgraFrame(format.Width, format.Height);
        _compositor = new Compositor(picture, _scene);
        _closing = closing;
        _transition = transition;
        _transitionFrames = closing is null || transition is null ? 0 : transitionFrames;
        if (_transitionFrames == 0) return;
        _mixed = new BgraFrame(format.Width, format.Height);
        _view = _scene.View();
    }

    /// <summary>Draws the next frame and adds what differs from the one before to <paramref name="dirty"/>.</summary>
    /// <returns>Where it was drawn; valid until the next call.</returns>
    public BgraFrame Draw(int frame, DirtyRegion dirty)
    {
        if (frame >= _transitionFrames)
        {
            if (frame == _transitionFrames && frame > 0)
            {
                dirty.Add(_scene.Rect);
                EndTransition();
            }
            _compositor.Draw(frame, dirty);
            return _scene;
        }
        _compositor.Draw(frame, dirty);
        dirty.Add(_scene.Rect);
        var canvas = _mixed!.Canvas;
        var saved = canvas.Save();
        _transition!.Draw(canvas, _closing!, _view!, frame);
        canvas.RestoreToCount(saved);
        return _mixed;
    }

    public void Dispose()
    {
        EndTransition();
        _scene.Dispose();
    }

    private void EndTransition()
    {
        _view?.Dispose();
        _view = null;
        _mixed?.Dispose();
        _mixed = null;
        _transition?.Dispose();
        _closing?.Dispose();
    }
}
