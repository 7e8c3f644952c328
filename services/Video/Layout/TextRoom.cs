namespace Reelsmith.Video.Layout;

/// <summary>The place that a text has.</summary>
/// <param name="Lines">As many as the template wants at most; one more is taken if the height allows.</param>
/// <param name="LineHeight">At full size.</param>
/// <param name="SmallestScale">Where the smallest type of the canvas is reached.</param>
internal sealed record TextRoom(float Width, float Height, int Lines, float LineHeight, float SmallestScale)
{
    /// <summary>Lines that the height holds at a scale. A last line needs no leading below it.</summary>
    public int LinesAt(float scale) => (int)MathF.Floor(Height / (LineHeight * scale) + .08f);
}
