using Reelsmith.Contracts;

namespace Reelsmith.Chaos.Tests;

public sealed class StormTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Settings = ["--NoOp:WorkMilliseconds=40", "--Reelsmith:Jobs:Running=8", "--Reelsmith:Jobs:PerCaller=1000"];
    private readonly string _folder = Directory.CreateTempSubdirectory("reelsmith-chaos-").FullName;
    private readonly int _seed = Random.Shared.Next();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_accepted_job_is_lost_and_none_is_made_twice_however_often_the_server_is_killed()
    {
        output.WriteLine($"seed {_seed}");
        var storm = new Storm(_seed, _folder, Settings);

        var jobs = await storm.Run(200, Kills, killsInStart: 0.4, Patience);

        Assert.True(Audit.Of(storm.Ledger.Lines, jobs) is [], $"seed {_seed}: {string.Join(", ", Audit.Of(storm.Ledger.Lines, jobs))}");
        Assert.Empty(storm.Ledger.WrongAnswers);
        Assert.Equal(200, jobs.Count);
        Assert.Equal(200, storm.Ledger.Lines.Where(line => line.Told == Told.Accepted).Select(line => line.Id).Distinct().Count());
        Assert.All([Told.Accepted, Told.Cancelled, Told.Completed], told => Assert.Contains(storm.Ledger.Lines, line => line.Told == told));
        Assert.Contains(jobs, job => job.Error?.Code == "refused");
        await AssertMadeAgainTheSame(storm, [.. jobs.Where(job => job.Status == "completed").Take(10)]);
    }

    private static async Task AssertMadeAgainTheSame(Storm storm, StoredJob[] films)
    {
        Directory.Delete(Path.Combine(storm.Data, "results"), recursive: true); // so that every stage does its work again
        await using var server = new MortalServer(storm.Data, Settings);
        using var client = new StormClient(() => server.Address, storm.Ledger);
        await server.Live();
        foreach (var film in films)
        {
            var prompt = film.Log.Select(line => line.Event).OfType<JobSubmitted>().Single().Request.Prompt!;
            await client.Make(new StormJob($"again-{film.Key}", prompt, 0, false, null), CancellationToken.None);
            var again = storm.Ledger.Lines[^1];
            Assert.NotEqual(film.Id, again.Id);
            foreach (var variant in new[] { "video", "thumbnail", "captions.srt", "captions.vtt", "storyboard", "provenance", "qc" })
            {
                Assert.Equal(await client.Film(film.Id, CancellationToken.None, variant), await client.Film(again.Id, CancellationToken.None, variant));
            }
        }
        await server.Stop();
    }
}
