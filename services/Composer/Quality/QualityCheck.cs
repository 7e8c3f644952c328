namespace Reelsmith.Composer.Quality;

/// <summary>One property of the finished file.</summary>
/// <param name="Name">Stable, snake_case.</param>
internal sealed record QualityCheck(string Name, QualityOutcome Outcome, string Measured, string Expected)
{
    public static QualityCheck Require(string name, bool holds, string measured, string expected) =>
        new(name, holds ? QualityOutcome.Passed : QualityOutcome.Failed, measured, expected);
}
