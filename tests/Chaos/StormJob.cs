using Reelsmith.NoOpServer;

namespace Reelsmith.Chaos.Tests;

/// <summary>What a client wants of the server.</summary>
/// <param name="Key">Idempotency-Key; also the last word of the prompt, by which the job is known again.</param>
/// <param name="AfterKill">It is submitted when so many processes have died.</param>
/// <param name="SubmittedTwice">As by a client that never saw the first answer.</param>
/// <param name="Cancelled">Given up that long after it was accepted.</param>
/// <param name="Change">What becomes of it afterwards.</param>
internal sealed record StormJob(string Key, string Prompt, int AfterKill, bool SubmittedTwice, TimeSpan? Cancelled, Change Change = Change.None)
{
    private static readonly TimeSpan LatestCancel = TimeSpan.FromMilliseconds(200);

    /// <param name="changes">Whether some are edited and some tried again.</param>
    public static StormJob[] Draw(Random random, int jobs, int kills, bool changes = false) => [.. Enumerable.Range(0, jobs).Select(n =>
    {
        var key = $"job-{n}-{random.Next():x8}";
        var about = random.Next(100) switch
        {
            < 8 => NoOpStages.RefusedByScript,
            < 14 => NoOpStages.RefusedByVideo,
            < 30 => NoOpStages.TwoScenes,
            _ => "A film about",
        };
        return new StormJob(key, $"{about} {key}", n * kills / jobs, random.Next(5) == 0, random.Next(8) == 0 ? LatestCancel * random.NextDouble() : null,
            !changes ? Change.None : random.Next(100) switch
            {
                < 5 => Change.EditedWhileMade,
                < 10 => Change.EditedAfterwards,
                < 20 => Change.TriedAgain,
                _ => Change.None,
            });
    })];
}
