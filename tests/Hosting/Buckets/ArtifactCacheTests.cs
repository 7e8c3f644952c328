using Microsoft.Extensions.Time.Testing;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class ArtifactCacheTests : IDisposable
{
    private const int FileBytes = 1_000;
    private readonly TemporaryData _data = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly ArtifactSettings _settings = new();
    private int _files;

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_was_longest_of_no_use_goes_first()
    {
        var cache = new ArtifactCache(_data.Folder, _settings, _time);
        var files = Enumerable.Range(0, 8).Select(_ => Take(cache)).ToArray();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(cache.Find(files[0]));
        _time.Advance(TimeSpan.FromHours(1));

        _settings.CacheBytes = 5 * FileBytes;
        cache.Evict();

        Assert.Equal([0, 5, 6, 7], Enumerable.Range(0, 8).Where(n => cache.Find(files[n]) is not null));
    }

    [Fact]
    public void What_was_asked_for_a_moment_ago_stays()
    {
        var cache = new ArtifactCache(_data.Folder, _settings, _time);
        var old = Take(cache);
        _time.Advance(ArtifactCache.Opening * 2);
        var recent = Take(cache);

        _settings.CacheBytes = 0;
        cache.Evict();

        Assert.Null(cache.Find(old));
        Assert.NotNull(cache.Find(recent));
    }

    [Fact]
    public void What_work_in_this_process_has_asked_for_stays_until_its_end()
    {
        var cache = new ArtifactCache(_data.Folder, _settings, _time);
        var unused = Take(cache);
        _time.Advance(TimeSpan.FromHours(1));
        var kept = cache.Keep();
        var used = Take(cache);
        _time.Advance(TimeSpan.FromHours(5));

        _settings.CacheBytes = 0;
        cache.Evict();
        Assert.Equal((false, true), (IsHere(unused), IsHere(used)));

        kept.Dispose();
        cache.Evict();
        Assert.False(IsHere(used));
    }

    [Fact]
    public void A_file_of_another_length_is_not_taken_for_the_artifact()
    {
        var cache = new ArtifactCache(_data.Folder, new ArtifactSettings(), _time);
        var artifact = Take(cache);
        File.WriteAllText(cache.Find(artifact)!, "cut");

        Assert.Null(cache.Find(artifact));
    }

    private bool IsHere(ArtifactRef artifact) => File.Exists(Path.Combine(_data.Folder.Artifacts, artifact.Hash[..2], ArtifactNames.FileOf(artifact)));

    private ArtifactRef Take(ArtifactCache cache)
    {
        var artifact = new ArtifactRef($"{_files++:x64}", "bin", FileBytes);
        var path = cache.NewTemporaryPath("bin");
        File.WriteAllBytes(path, new byte[FileBytes]);
        cache.Take(path, artifact);
        _time.Advance(TimeSpan.FromSeconds(1));
        return artifact;
    }
}
