using System.Security.Cryptography;
using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Hosting.Tests;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly TemporaryData _data = new();
    private readonly LocalArtifactStore _store;

    public ArtifactStoreTests() => _store = new LocalArtifactStore(_data.Folder);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task An_artifact_is_named_by_its_content()
    {
        var content = Encoding.UTF8.GetBytes("hello");

        var artifact = await _store.AddBytes(content, "txt", CancellationToken.None);

        Assert.Equal(new ArtifactRef(Convert.ToHexStringLower(SHA256.HashData(content)), "txt", 5), artifact);
        Assert.Equal(content, await File.ReadAllBytesAsync(_store.PathOf(artifact)));
        Assert.True(_store.Contains(artifact));
    }

    [Fact]
    public async Task The_same_content_twice_is_one_file()
    {
        var one = await _store.AddBytes("same"u8.ToArray(), "txt", CancellationToken.None);
        var two = await _store.AddBytes("same"u8.ToArray(), "txt", CancellationToken.None);

        Assert.Equal(one, two);
        Assert.Single(Directory.GetFiles(_data.Folder.Artifacts, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(_data.Folder.Temporary));
    }

    [Fact]
    public async Task A_finished_file_is_moved_in()
    {
        var path = _store.NewTemporaryPath("bin");
        await File.WriteAllBytesAsync(path, new byte[100_000]);

        var artifact = await _store.AddFile(path, CancellationToken.None);

        Assert.Equal((100_000, "bin"), (artifact.Bytes, artifact.Extension));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_file_cut_short_does_not_count_as_there()
    {
        var artifact = await _store.AddBytes("whole content"u8.ToArray(), "txt", CancellationToken.None);
        await File.WriteAllTextAsync(_store.PathOf(artifact), "who");

        Assert.False(_store.Contains(artifact));
    }

    [Fact]
    public async Task What_is_gone_says_how_to_get_it_back()
    {
        var artifact = await _store.AddBytes("gone"u8.ToArray(), "txt", CancellationToken.None);
        File.Delete(_store.PathOf(artifact));

        Assert.False(_store.Contains(artifact));
        Assert.Equal("artifact_missing", Assert.Throws<ReelsmithException>(() => _store.PathOf(artifact)).Failure.Code);
    }

    [Fact]
    public async Task Equal_values_are_equal_files()
    {
        var words = new WordTimings([new SpokenWord("Hello", 0, 100, 0, 5)]);

        var one = await _store.AddJson(words, CancellationToken.None);
        var read = await _store.ReadJson<WordTimings>(one, CancellationToken.None);

        Assert.Equal(words.Words, read.Words);
        Assert.Equal(one, await _store.AddJson(read, CancellationToken.None));
    }
}
