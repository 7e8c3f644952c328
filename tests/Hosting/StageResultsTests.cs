using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Tests;

public sealed class StageResultsTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private int _made;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_result_is_made_once_even_for_another_process()
    {
        Assert.Equal((new Made("a", null), false), await Get(new StageResults(new LocalResultStore(_data.Folder, TimeProvider.System))));
        Assert.Equal((new Made("a", null), true), await Get(new StageResults(new LocalResultStore(_data.Folder, TimeProvider.System))));
        Assert.Equal(1, _made);
    }

    [Fact]
    public async Task Two_callers_at_once_make_it_once()
    {
        var results = new StageResults(new LocalResultStore(_data.Folder, TimeProvider.System));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Get(results))));

        Assert.Equal(1, _made);
        Assert.Single(answers, answer => !answer.Cached);
    }

    [Fact]
    public async Task A_result_whose_files_are_gone_is_made_anew()
    {
        var results = new StageResults(new LocalResultStore(_data.Folder, TimeProvider.System));
        await Get(results);

        Assert.False((await Get(results, complete: false)).Cached);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task A_result_that_cannot_be_read_is_made_anew()
    {
        var results = new StageResults(new LocalResultStore(_data.Folder, TimeProvider.System));
        await Get(results);
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(_data.Folder.Results, "*.json", SearchOption.AllDirectories)), """{"name":""");

        Assert.False((await Get(results)).Cached);
    }

    [Fact]
    public async Task A_failure_stores_nothing()
    {
        var results = new StageResults(new LocalResultStore(_data.Folder, TimeProvider.System));
        await Assert.ThrowsAsync<InvalidOperationException>(() => results.GetOrAdd<Made>(Key("1"), (_, _) => new(true), _ => throw new InvalidOperationException(), CancellationToken.None));

        Assert.False((await Get(results)).Cached);
    }

    [Fact]
    public void Stage_engine_and_input_make_the_key()
    {
        string[] keys = [Key("1"), Key("2"), StageResults.Key("speech", "engine 2", new { Input = "1" }), StageResults.Key("video", "engine 1", new { Input = "1" })];

        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal(Key("1"), Key("1"));
    }

    private Task<(Made Result, bool Cached)> Get(StageResults results, bool complete = true) => results.GetOrAdd(Key("1"), (_, _) => new(complete), async ct =>
    {
        Interlocked.Increment(ref _made);
        await Task.Yield();
        return new Made("a", null);
    }, CancellationToken.None);

    private static string Key(string input) => StageResults.Key("speech", "engine 1", new { Input = input });

    private sealed record Made(string Name, string? Note);
}
