namespace Reelsmith.Composer.Quality;

/// <summary>What was measured on the finished file; a film without a passed report is not handed out.</summary>
internal sealed record QualityReport(bool Passed, IReadOnlyList<QualityCheck> Checks)
{
    public static QualityReport Of(IReadOnlyList<QualityCheck> checks) => new(checks.All(c => c.Outcome != QualityOutcome.Failed), checks);
}
