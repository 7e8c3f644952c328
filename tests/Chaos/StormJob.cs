using Reelsmith.NoOpServer;

namespace Reelsmith.Chaos.Tests;

/// <summary>What a client wants of the server.</summary>
/// <param name="Key">Idempotency-Key; also the last word of the prompt, by which the job is known again.</param>
/// <param name="AfterKill">It is submitted when so many processes have died.</param>
/// <param name="SubmittedTwice">As by a client that never saw the first answer.</param>
/// <param name="Cancelled">Given up that long after it was accepted.</param>
internal sealed record StormJob(string Key, string Prompt, int AfterKill, bool SubmittedTwice, TimeSpan? Cancelled)
{
    private static readonly TimeSpan LatestCancel = TimeSpan.FromMilliseconds(200);

    public static StormJob[] Draw(Random random, int jobs, int kills) => [.. Enumerable.Range(0, jobs).Select(n =>
    {
        var key = $"job-{n}-{random.Next():x8}";
        var about = random.Next(100) switch
        {
            < 8 => NoOpStages.RefusedByScript,
            < 14 => NoOpStages.RefusedByVideo,
            _ => "A film about",
        };
        return new StormJob(key, $"{about} {key}", n * kills / jobs, random.Next(5) == 0, random.Next(8) == 0 ? LatestCancel * random.NextDouble() : null);
    })];
}
