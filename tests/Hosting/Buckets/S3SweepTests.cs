using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class S3SweepTests(S3Fixture fixture) : IClassFixture<S3Fixture>
{
    private static readonly HashSet<string> Nothing = [];
    private readonly string _prefix = $"{Guid.NewGuid():N}/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nothing_refers_to_goes_at_the_second_sweep()
    {
        using var machine = OneThatForgets();
        var wanted = await machine.Artifacts.AddBytes("wanted"u8.ToArray(), "txt", Stop);
        var unwanted = await machine.Artifacts.AddBytes("unwanted"u8.ToArray(), "txt", Stop);
        HashSet<string> referenced = [wanted.Hash];

        Assert.Equal((0, 0), await Sweep(machine, referenced));
        Assert.Contains($"sweep/noted/{unwanted.Hash}.txt", await machine.Objects(Stop));
        Assert.Equal((1, unwanted.Bytes), await Sweep(machine, referenced));

        Assert.True(await machine.Artifacts.Contains(wanted, Stop));
        Assert.False(await machine.Artifacts.Contains(unwanted, Stop));
        Assert.Equal([ArtifactNames.ObjectOf(wanted), "sweep/clock"], await machine.Objects(Stop));
    }

    [Theory]
    [InlineData("asked for")]
    [InlineData("fetched")]
    [InlineData("added again")]
    [InlineData("referred to")]
    public async Task What_is_of_use_between_two_sweeps_stays(string use)
    {
        using var sweeper = OneThatForgets();
        using var worker = OneThatForgets();
        var artifact = await sweeper.Artifacts.AddBytes("found"u8.ToArray(), "txt", Stop);
        await Sweep(sweeper, Nothing);

        if (use == "asked for") Assert.True(await worker.Artifacts.Contains(artifact, Stop));
        if (use == "fetched") await worker.Artifacts.PathOf(artifact, Stop);
        if (use == "added again") await worker.Artifacts.AddBytes("found"u8.ToArray(), "txt", Stop);

        Assert.Equal((0, 0), await Sweep(sweeper, use == "referred to" ? [artifact.Hash] : Nothing));
        Assert.True(await worker.Artifacts.Contains(artifact, Stop));
        Assert.DoesNotContain(await worker.Objects(Stop), name => name.StartsWith(ArtifactNames.Noted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_file_is_left_alone()
    {
        using var machine = OneThatForgets();
        await machine.Artifacts.AddBytes("new"u8.ToArray(), "txt", Stop);

        await machine.Artifacts.Sweep(Nothing, TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1), Stop);

        Assert.DoesNotContain(await machine.Objects(Stop), name => name.StartsWith(ArtifactNames.Noted, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_finds_what_is_being_deleted_waits_and_is_told_the_truth()
    {
        using var machine = OneThatForgets();
        var notes = new SweepNotes(machine.Bucket);
        var artifact = await machine.Artifacts.AddBytes("going"u8.ToArray(), "txt", Stop);
        await notes.Note(ArtifactNames.FileOf(artifact), Stop);
        var (claim, unwanted) = await notes.Claim([ArtifactNames.FileOf(artifact)], Stop);
        Assert.Single(unwanted);

        var asking = machine.Artifacts.Contains(artifact, Stop).AsTask();
        while (machine.Sent("GetObjectRequest") == 0) await Task.Delay(5, Stop); // it reads the claim
        Assert.False(asking.IsCompleted);
        await machine.Bucket.Delete([ArtifactNames.ObjectOf(artifact)], Stop);
        await machine.Bucket.Delete([claim], Stop);

        Assert.False(await asking);
    }

    [Fact]
    public async Task What_was_taken_back_before_the_claim_is_not_deleted()
    {
        using var machine = OneThatForgets();
        var notes = new SweepNotes(machine.Bucket);
        string[] files = [$"{new string('a', 64)}.txt", $"{new string('b', 64)}.txt", $"{new string('c', 64)}.txt"];
        foreach (var file in files) await notes.Note(file, Stop);
        await notes.TakeBack(files[1], Stop);

        Assert.Equal([files[0], files[2]], (await notes.Claim(files, Stop)).Unwanted.Order());
    }

    // Workers find artifacts or make them anew while everything is swept again and again: what one has been told to be there, is there. A sweep
    // can note it once it has been found, and only the next may delete it: before that has begun, it must be there.
    [Fact]
    public async Task Work_loses_nothing_while_everything_is_swept()
    {
        using var sweeper = OneThatForgets();
        using var worker = OneThatForgets();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var begun = 0;
        var deleted = 0;
        var sweeping = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Interlocked.Increment(ref begun);
                deleted += (await Sweep(sweeper, Nothing)).Files;
            }
        }, Stop);

        var (looks, lost) = (0, 0);
        for (var n = 0; looks < 60 || deleted < 5; n++)
        {
            var before = Volatile.Read(ref begun);
            var artifact = await worker.Artifacts.AddBytes(BitConverter.GetBytes(n % 7), "bin", Stop);
            var isThere = await worker.Bucket.Head(ArtifactNames.ObjectOf(artifact), Stop) is not null;
            if (Volatile.Read(ref begun) > before) continue;
            looks++;
            if (!isThere) lost++;
        }
        await stop.CancelAsync();
        await sweeping;

        Assert.Equal(0, lost);
        Assert.True(begun > 2);
    }

    private static Task<(int Files, long Bytes)> Sweep(Machine machine, IReadOnlySet<string> referenced) => machine.Artifacts.Sweep(referenced, TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1), Stop);

    // It trusts nothing that it saw before, and lets a sweep touch what is as new as can be.
    private Machine OneThatForgets() => new(fixture.Server, _prefix, sightingsKept: TimeSpan.FromHours(-1));
}
