namespace Reelsmith.Video.Layout;

/// <summary>Makes a text fit its place: breaks it, shrinks it, gives it one more line, takes its short form, in this order.
/// There is never an ellipsis and never type below the smallest size; when nothing else helps, as many whole words as fit are set.</summary>
internal static class Fitting
{
    private static readonly float[] Steps = [1, .92f, .84f, .76f];

    /// <param name="measure">Width of a line at full size.</param>
    /// <param name="together">Words known to be one.</param>
    public static FittedText Fit(string text, string? shortForm, TextRoom room, string language, Func<string, float> measure, IReadOnlyCollection<string>? together = null)
    {
        var steps = Steps.Where(step => step >= room.SmallestScale).DefaultIfEmpty(room.SmallestScale).ToArray();
        var long_ = Breaker(text);
        var short_ = string.IsNullOrWhiteSpace(shortForm) ? null : Breaker(shortForm);
        if (long_.PieceCount == 0) return new FittedText("", [], 1);
        return TrySteps(long_, text, clean: true)
            ?? (short_ is null ? null : TrySteps(short_, shortForm!, clean: true))
            ?? TrySteps(long_, text, clean: false)
            ?? (short_ is null ? null : TrySteps(short_, shortForm!, clean: false))
            ?? Shrink(short_ ?? long_, short_ is null ? text : shortForm!)
            ?? Hyphenated(short_ is null ? text : shortForm!);

        LineBreaker Breaker(string of) => new(of, language, together ?? [], measure);

        FittedText? TrySteps(LineBreaker breaker, string of, bool clean)
        {
            foreach (var extra in new[] { 0, 1 })
                foreach (var step in steps)
                    if (TryAt(breaker, of, step, Math.Min(room.Lines + extra, room.LinesAt(step)), clean) is { } fitted) return fitted;
            return null;
        }

        FittedText? TryAt(LineBreaker breaker, string of, float scale, int lines, bool clean)
        {
            for (var count = 1; count <= lines; count++)
            {
                if (breaker.Break(count, room.Width / scale) is not { } broken || clean && !broken.Clean) continue;
                var first = 0;
                var set = new List<FittedLine>();
                foreach (var last in broken.Ends)
                {
                    set.Add(new FittedLine(breaker.Text(first, last), breaker.Start(first), breaker.Width(first, last) * scale));
                    first = last + 1;
                }
                return new FittedText(of, set, scale);
            }
            return null;
        }

        FittedText? Shrink(LineBreaker breaker, string of)
        {
            for (var scale = steps[^1] - .04f; scale >= Math.Max(room.SmallestScale, .44f); scale -= .04f)
                if (TryAt(breaker, of, scale, room.LinesAt(scale), clean: false) is { } fitted) return fitted;
            return null;
        }

        FittedText Hyphenated(string of)
        {
            for (var scale = Math.Max(steps[^1], room.SmallestScale); ; scale = Math.Max(scale * .92f, room.SmallestScale))
            {
                var fitted = LongWords.Fill(of, room.Width, room.LinesAt(scale), scale, measure, out var whole);
                if (whole || scale <= room.SmallestScale) return fitted;
            }
        }
    }
}
