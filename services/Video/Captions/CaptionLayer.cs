using Reelsmith.Contracts;
using Reelsmith.Video.Compositing;
using Reelsmith.Video.Transitions;
using Reelsmith.Video.Typography;
using SkiaSharp;

namespace Reelsmith.Video.Captions;

/// <summary>The first or the second line of a scene's captions, word by word. Two of them make the caption, so that only the line
/// in which something happens is drawn again.</summary>
internal sealed class CaptionLayer : ILayer, IDisposable
{
    private readonly IReadOnlyList<SetPhrase> _phrases;
    private readonly int _line;
    private readonly CaptionTimes _times;
    private readonly CaptionLook _look;
    private PhraseBitmaps? _bitmaps;

    private CaptionLayer(IReadOnlyList<SetPhrase> phrases, int line, CaptionTimes times, CaptionLook look)
    {
        _phrases = phrases;
        _line = line;
        _times = times;
        _look = look;
    }

    /// <summary>The captions of a scene.</summary>
    public static IReadOnlyList<CaptionLayer> Of(SceneDrawing drawing, WordTimings words, VideoFormat format, CaptionLook look, Fonts fonts)
    {
        if (words.Words.Count == 0) return [];
        var times = new CaptionTimes(words, drawing.NarrationStart, drawing.Frames, format);
        var phrases = SetPhrase.SetAll(words, times, look, drawing.Language, fonts);
        return [new CaptionLayer(phrases, 0, times, look), new CaptionLayer(phrases, 1, times, look)];
    }

    public SKRectI Bounds(int frame) => LineAt(frame) is { } line ? line.Bounds() : SKRectI.Empty;

    public bool Changes(int frame) => StateAt(frame) != StateAt(frame - 1);

    public void Draw(SKCanvas canvas, int frame)
    {
        var state = StateAt(frame);
        if (state.Line is not { } line) return;
        if (_bitmaps?.Line != line)
        {
            _bitmaps?.Dispose();
            _bitmaps = new PhraseBitmaps(line, _look);
        }
        _bitmaps.Draw(canvas, state);
    }

    public void Dispose() => _bitmaps?.Dispose();

    private PhraseLine? LineAt(int frame)
    {
        foreach (var phrase in _phrases)
        {
            if (frame >= phrase.From && frame < phrase.Until) return _line < phrase.Lines.Count ? phrase.Lines[_line] : null;
        }
        return null;
    }

    private CaptionState StateAt(int frame)
    {
        if (LineAt(frame) is not { } line) return default;
        var lit = _times.LitAt(frame);
        var said = Math.Clamp(lit + 1, line.First, line.End);
        if (lit < 0 || !line.Has(lit) || _times.PillAlpha(frame, lit) is not (> 0 and var alpha)) return new CaptionState(line, said, SKRect.Empty, 0, -1);
        var pill = line.PillRect(lit);
        var since = frame - _times.Lights(lit);
        if (since < _times.Glide - 1 && line.Has(lit - 1) && _times.PillAlpha(frame, lit - 1) > 0)
        {
            var from = line.PillRect(lit - 1);
            var way = CubicBezier.Glide.At((since + 1) / (float)_times.Glide);
            pill = new SKRect(from.Left + ((pill.Left - from.Left) * way), pill.Top, from.Right + ((pill.Right - from.Right) * way), pill.Bottom);
        }
        return new CaptionState(line, said, pill, alpha, lit);
    }
}
