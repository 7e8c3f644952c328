using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;
using Reelsmith.Video.Captions;
using Reelsmith.Video.Clips;
using Reelsmith.Video.Compositing;
using Reelsmith.Video.Frames;
using Reelsmith.Video.Templates;
using Reelsmith.Video.Transitions;
using Reelsmith.Video.Typography;

namespace Reelsmith.Video.Rendering;

/// <summary>The motion renderer: draws a scene and encodes it, each frame once.</summary>
internal sealed class SceneRenderer(SceneComposer composer, Fonts fonts, IArtifactStore artifacts)
{
    private const float DesignSide = 1080;

    /// <summary>The clip of a scene.</summary>
    /// <exception cref="ReelsmithException"><c>font_missing</c>, <c>ffmpeg_missing</c>, <c>encoder_killed</c>, <c>disk_full</c>.</exception>
    public async Task<RenderedScene> Render(RenderScene command, StageWork work, CancellationToken cancellationToken)
    {
        var path = artifacts.NewTemporaryPath("mp4");
        try
        {
            using var scene = await Compose(command.Drawing, command.Format, captions: command.Drawing.Style.Captions, cancellationToken);
            using var film = await Film(scene, command, cancellationToken);
            await using (var encoder = ClipEncoder.Start(path, command.Format, work, cancellationToken))
            {
                await Draw(film, command.Drawing.Frames, encoder, work, cancellationToken);
                await encoder.Finish(cancellationToken);
            }
            return new RenderedScene(await artifacts.AddFile(path, cancellationToken));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A scene's picture with the captions over it.</summary>
    public async Task<ScenePicture> Compose(SceneDrawing drawing, VideoFormat format, bool captions, CancellationToken cancellationToken)
    {
        fonts.EnsureInstalled();
        var words = await artifacts.ReadJson<WordTimings>(drawing.Words, cancellationToken);
        var picture = await composer.Compose(drawing, words, format, TransitionTiming.EntranceFrame(drawing.Transition, format), cancellationToken);
        if (!captions) return picture;
        var layers = CaptionLayer.Of(drawing, words, format, SceneComposer.CaptionLook(drawing, format), fonts);
        var captioned = new ScenePicture(picture.Plate, [.. picture.Layers, .. layers]);
        captioned.Owned.AddRange([.. picture.Owned, .. layers]);
        return captioned;
    }

    /// <summary>The frames of a scene, its transition included.</summary>
    public async Task<SceneFilm> Film(ScenePicture scene, RenderScene command, CancellationToken cancellationToken)
    {
        var (drawing, format) = (command.Drawing, command.Format);
        if (command.Previous is not { } previous || drawing.Transition == Transition.Cut) return new SceneFilm(scene, format, null, null, 0);
        using var before = await Compose(previous, format, captions: false, cancellationToken);
        var look = SceneComposer.TransitionLook(drawing, format);
        var scale = Math.Min(format.Width, format.Height) / DesignSide;
        ITransition transition = drawing.Transition == Transition.Ridge ? new RidgeTransition(format, look, scale) : new CameraTransition(drawing.Transition == Transition.Dive, format, look, scale);
        return new SceneFilm(scene, format, ClosingPicture.Draw(before, previous.Frames), transition, Math.Min(TransitionTiming.Frames(drawing.Transition, format), drawing.Frames));
    }

    // On a thread of its own: it computes for seconds, which the thread pool is not for, and its processor time can be told.
    private static async Task Draw(SceneFilm film, int frames, ClipEncoder encoder, StageWork work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, encoder.Ended);
        var drawing = Task.Factory.StartNew(
            () =>
            {
                var started = ThreadCpu.Now();
                var changed = new DirtyRegion();
                for (var frame = 0; frame < frames; frame++)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    work.GiveWay(stop.Token).GetAwaiter().GetResult();
                    changed.Clear();
                    encoder.Add(film.Draw(frame, changed), changed, stop.Token);
                    work.Progress((frame + 1) / (double)frames);
                }
                work.AddCpu(ThreadCpu.Now() - started);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await drawing;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the encoder has ended; Finish tells why
        }
    }
}
