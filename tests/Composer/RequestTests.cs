using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Composer.Tests;

/// <summary>Requests over the bus: answered, made once, and failed with a reason.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly TestFilm _film = new();

    public void Dispose() => _film.Dispose();

    [Fact]
    public async Task A_scene_that_was_packaged_before_is_found()
    {
        var request = new PackageScene(await _film.Scene(60, "Found again."), 30, TestFilm.Format);
        await using var bus = await ComposerBus.Start(_film.Data);

        var first = await bus.Ask<PackageScene, ScenePackaged>(Queues.Preview, request);
        File.Delete(_film.Artifacts.PathOf(request.Scene.Clip)); // so it cannot be packaged again
        var second = await bus.Ask<PackageScene, ScenePackaged>(Queues.Preview, request);

        Assert.Equal(first.Segments, second.Segments);
        Assert.Equal(30, first.FramesPerSecond);
    }

    [Fact]
    public async Task A_segment_that_is_gone_is_made_anew()
    {
        var request = new PackageScene(await _film.Scene(60, "Made anew."), 0, TestFilm.Format);
        await using var bus = await ComposerBus.Start(_film.Data);

        var first = await bus.Ask<PackageScene, ScenePackaged>(Queues.Preview, request);
        File.Delete(_film.Artifacts.PathOf(first.Segments[0].Media));
        var second = await bus.Ask<PackageScene, ScenePackaged>(Queues.Preview, request);

        Assert.Equal(first.Segments, second.Segments);
        Assert.True(_film.Artifacts.Contains(second.Segments[0].Media));
    }

    [Fact]
    public async Task A_missing_clip_is_answered_as_a_failure()
    {
        var scene = await _film.Scene(60, "Gone.");
        File.Delete(_film.Artifacts.PathOf(scene.Clip));
        await using var bus = await ComposerBus.Start(_film.Data);

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => bus.Ask<PackageScene, ScenePackaged>(Queues.Preview, new PackageScene(scene, 0, TestFilm.Format)));

        Assert.Equal(("artifact_missing", FailureKind.Unavailable, "composer"), (failure.Failure.Code, failure.Failure.Kind, failure.Failure.Stage));
    }

    [Fact]
    public async Task A_spritesheet_that_was_made_before_is_found()
    {
        var clip = await _film.Clip(150, "testsrc2");
        await using var bus = await ComposerBus.Start(_film.Data);

        var first = await bus.Ask<DeriveFile, FileDerived>(Queues.Derived, new DeriveFile(clip, DerivedKind.Spritesheet));
        File.Delete(_film.Artifacts.PathOf(clip));
        var second = await bus.Ask<DeriveFile, FileDerived>(Queues.Derived, new DeriveFile(clip, DerivedKind.Spritesheet));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_film_without_sound_has_none_to_give()
    {
        var clip = await _film.Clip(30, "testsrc2");
        await using var bus = await ComposerBus.Start(_film.Data);

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => bus.Ask<DeriveFile, FileDerived>(Queues.Derived, new DeriveFile(clip, DerivedKind.Audio)));

        Assert.Equal("program_failed", failure.Failure.Code);
    }
}
