using SkiaSharp;

namespace Reelsmith.Video.Frames;

/// <summary>What changed in a picture, as a few rectangles that do not overlap much.</summary>
internal sealed class DirtyRegion
{
    private const int MostRects = 8;

    // Two rectangles become one when that costs less than a quarter more pixels: each has a cost of its own.
    private const double WorthMerging = 1.25;

    private readonly List<SKRectI> _rects = [];

    public IReadOnlyList<SKRectI> Rects => _rects;

    public bool IsEmpty => _rects.Count == 0;

    public void Clear() => _rects.Clear();

    public void Add(DirtyRegion other)
    {
        foreach (var rect in other._rects) Add(rect);
    }

    public void Add(SKRectI rect)
    {
        if (rect.Width <= 0 || rect.Height <= 0) return;
        for (var i = 0; i < _rects.Count; i++)
        {
            if (_rects[i].Contains(rect)) return;
            if (!Mergeable(_rects[i], rect)) continue;
            rect = SKRectI.Union(_rects[i], rect);
            _rects.RemoveAt(i);
            i = -1;
        }
        _rects.Add(rect);
        if (_rects.Count > MostRects) MergeNearest();
    }

    private void MergeNearest()
    {
        var (first, second, least) = (0, 1, long.MaxValue);
        for (var i = 0; i < _rects.Count; i++)
        {
            for (var j = i + 1; j < _rects.Count; j++)
            {
                var added = Area(SKRectI.Union(_rects[i], _rects[j])) - Area(_rects[i]) - Area(_rects[j]);
                if (added < least) (first, second, least) = (i, j, added);
            }
        }
        var merged = SKRectI.Union(_rects[first], _rects[second]);
        _rects.RemoveAt(second);
        _rects.RemoveAt(first);
        Add(merged);
    }

    private static bool Mergeable(SKRectI a, SKRectI b) => Area(SKRectI.Union(a, b)) <= WorthMerging * (Area(a) + Area(b) - Area(SKRectI.Intersect(a, b)));

    private static long Area(SKRectI rect) => (long)Math.Max(0, rect.Width) * Math.Max(0, rect.Height);
}
