namespace Reelsmith.Video.Layout;

/// <summary>Breaks a text into a given number of lines with minimum raggedness: the sum of squared relative shortfalls, plus what each break costs.</summary>
internal sealed class LineBreaker
{
    private const double LastLineWeight = .5;
    private readonly string text;
    private readonly IReadOnlyList<Piece> pieces;
    private readonly Func<string, float> measure;
    private readonly Dictionary<(int, int), float> widths = [];
    private readonly bool cjk;

    /// <param name="measure">Width of a line at full size.</param>
    public LineBreaker(string text, string language, IReadOnlyCollection<string> together, Func<string, float> measure)
    {
        this.text = text;
        this.measure = measure;
        pieces = Pieces.Of(text, language, together);
        cjk = Scripts.Of(text, language) == Script.Cjk;
    }

    public int PieceCount => pieces.Count;

    /// <summary>Width of pieces <paramref name="first"/> to <paramref name="last"/> on one line, at full size.</summary>
    public float Width(int first, int last)
    {
        if (!widths.TryGetValue((first, last), out var width)) widths[(first, last)] = width = measure(Text(first, last));
        return width;
    }

    public string Text(int first, int last) => text[pieces[first].Start..pieces[last].End];

    public int Start(int piece) => pieces[piece].Start;

    /// <summary>The best way to fill exactly <paramref name="lines"/> lines; null when the words do not fit.</summary>
    /// <param name="limit">Width of a line, at full size.</param>
    /// <returns>Index of the last piece of each line, and whether no break is wrong and no line an orphan.</returns>
    public (int[] Ends, bool Clean)? Break(int lines, float limit)
    {
        var count = pieces.Count;
        if (count == 0 || lines > count) return null;
        var best = new double[lines + 1, count + 1];
        var from = new int[lines + 1, count + 1];
        for (var line = 0; line <= lines; line++) for (var end = 0; end <= count; end++) best[line, end] = double.PositiveInfinity;
        best[0, 0] = 0;
        for (var line = 1; line <= lines; line++)
        {
            for (var end = line; end <= count - (lines - line); end++)
            {
                if (line == lines && end < count) continue;
                for (var start = end - 1; start >= line - 1; start--)
                {
                    var width = Width(start, end - 1);
                    if (width > limit) break;
                    if (double.IsPositiveInfinity(best[line - 1, start])) continue;
                    var cost = best[line - 1, start] + CostOfLine(start, end, width, limit, lines, line == lines);
                    if (cost >= best[line, end]) continue;
                    best[line, end] = cost;
                    from[line, end] = start;
                }
            }
        }
        var total = best[lines, count];
        if (total >= (int)BreakCost.Never) return null;
        var ends = new int[lines];
        for (int line = lines, end = count; line > 0; end = from[line, end], line--) ends[line - 1] = end - 1;
        return (ends, total < (int)BreakCost.Wrong);
    }

    private double CostOfLine(int start, int end, float width, float limit, int lines, bool last)
    {
        var shortfall = (limit - width) / limit;
        var cost = 100.0 * shortfall * shortfall;
        if (!last) return cost + (double)pieces[end - 1].Break;
        if (lines == 1) return 0;
        cost *= LastLineWeight;
        var average = Width(0, pieces.Count - 1) / lines;
        if (width < .35f * average) cost += (int)BreakCost.Wrong;
        if (cjk && end - start < 3) cost += (int)BreakCost.Wrong;
        if (!cjk && end - start == 1 && pieces.Count > lines) cost += width < .55f * average ? (int)BreakCost.Wrong : 6;
        return cost;
    }
}
