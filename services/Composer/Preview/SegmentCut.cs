namespace Reelsmith.Composer.Preview;

/// <summary>A run of fragments that becomes a segment.</summary>
internal readonly record struct SegmentCut(int First, int Fragments, int Frames)
{
    /// <summary>As few segments as can be, none longer than asked unless a single fragment is.</summary>
    /// <param name="starts">First frame of each fragment.</param>
    /// <param name="end">Frame after the last fragment's last.</param>
    public static IEnumerable<SegmentCut> Of(IReadOnlyList<int> starts, int end, int longestFrames)
    {
        var first = 0;
        for (var next = 1; next <= starts.Count; next++)
        {
            if (next < starts.Count && EndOf(next) - starts[first] <= longestFrames) continue;
            yield return new SegmentCut(first, next - first, EndOf(next - 1) - starts[first]);
            first = next;
        }

        int EndOf(int fragment) => fragment + 1 < starts.Count ? starts[fragment + 1] : end;
    }
}
