namespace Reelsmith.Composer.Derived;

/// <summary>How many small pictures of a film there are, and how far apart; see <see cref="Contracts.DerivedKind.Spritesheet"/>.</summary>
internal readonly record struct SpritesheetLayout(int Pictures, int SecondsApart)
{
    public const int Columns = 5;
    private const int MostPictures = 100;
    private const int LeastSecondsApart = 2; // the distance of key frames, of which the pictures are taken

    public int Rows => (Pictures + Columns - 1) / Columns;

    public static SpritesheetLayout Of(double filmSeconds)
    {
        var apart = Math.Max(LeastSecondsApart, (int)Math.Ceiling(filmSeconds / MostPictures));
        return new SpritesheetLayout(Math.Max(1, (int)Math.Ceiling(filmSeconds / apart)), apart);
    }
}
