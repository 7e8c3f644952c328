using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Preview;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class FilmPreviewTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_playlist_grows_with_the_finished_scenes_and_ends_with_the_film()
    {
        var held = new TaskCompletionSource();
        var stages = new FakeStages { Before = (command, ct) => command is RenderScene { Scene: 1 } ? held.Task.WaitAsync(ct) : Task.CompletedTask };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = await Submit(gateway);

        var first = await Playlist(gateway, job);
        held.SetResult();
        await gateway.End(job);
        var last = await Playlist(gateway, job);

        Assert.Equal(1, Segments(first));
        Assert.DoesNotContain("#EXT-X-ENDLIST", first, StringComparison.Ordinal);
        Assert.Equal(3, Segments(last));
        Assert.EndsWith("#EXT-X-ENDLIST\n", last, StringComparison.Ordinal);
        Assert.StartsWith(first, last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_before_the_first_scene_is_answered_when_it_is_there()
    {
        var held = new TaskCompletionSource();
        var stages = new FakeStages { Before = (command, ct) => command is RenderScene { Scene: 0 } ? held.Task.WaitAsync(ct) : Task.CompletedTask };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = await Submit(gateway);

        var asked = Playlist(gateway, job);
        Assert.False(asked.IsCompleted);
        held.SetResult();

        Assert.True(Segments(await asked) > 0);
    }

    [Fact]
    public async Task Each_scene_is_packaged_once_and_at_its_place_in_the_film()
    {
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = await Submit(gateway);
        await gateway.End(job);

        await Playlist(gateway, job);
        await Playlist(gateway, job);

        var packaged = stages.Worked.OfType<PackageScene>().ToArray();
        Assert.Equal(3, packaged.Length);
        Assert.Equal([0, packaged[0].Scene.Frames, packaged[0].Scene.Frames + packaged[1].Scene.Frames], packaged.Select(request => request.Start));
    }

    [Fact]
    public async Task A_file_of_the_playlist_is_there_even_when_it_was_removed_meanwhile()
    {
        await using var gateway = await GatewayProcess.Start(_data.Folder, new FakeStages());
        var id = await Submit(gateway);
        await gateway.End(id);
        var named = (await Playlist(gateway, id)).Split('\n').Where(line => line.EndsWith(".m4s", StringComparison.Ordinal)).Select(line => line.Split('/', '.')).ToArray();
        var artifacts = gateway.Services.GetRequiredService<ArtifactStore>();
        var preview = gateway.Services.GetRequiredService<FilmPreview>();
        var job = (await gateway.Catalog.Find(id, default))!;

        var file = await preview.File(job, 1, named[1][1], default);
        File.Delete(artifacts.PathOf(file!));
        var again = await preview.File(job, 1, named[1][1], default);

        Assert.Equal(file, again);
        Assert.True(artifacts.Contains(again!));
        Assert.Null(await preview.File(job, 0, named[1][1], default));
        Assert.Null(await preview.File(job, 3, named[1][1], default));
    }

    [Fact]
    public async Task A_job_that_failed_before_its_first_scene_has_no_preview()
    {
        var stages = new FakeStages { Before = (command, _) => command is RenderScene ? throw ReelsmithException.Unavailable("font_missing", "No font.", "Install it.") : Task.CompletedTask };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = await Submit(gateway);

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => Playlist(gateway, job));

        Assert.Equal(("preview_missing", FailureKind.NotFound), (failure.Failure.Code, failure.Failure.Kind));
    }

    [Fact]
    public async Task Why_a_scene_cannot_be_packaged_is_told()
    {
        var stages = new FakeStages { Before = (command, _) => command is PackageScene ? throw ReelsmithException.Unavailable("disk_full", "Full.", "Free some.") : Task.CompletedTask };
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var job = await Submit(gateway);

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => Playlist(gateway, job));

        Assert.Equal("disk_full", failure.Failure.Code);
    }

    private static async Task<Guid> Submit(GatewayProcess gateway) => (await gateway.Jobs.Submit(Request, default)).JobId;

    private static async Task<string> Playlist(GatewayProcess gateway, Guid job) =>
        await gateway.Services.GetRequiredService<FilmPreview>().Playlist((await gateway.Catalog.Find(job, default))!, (scene, file) => $"{scene}/{file.Hash}.{file.Extension}", default);

    private static int Segments(string playlist) => playlist.Split('\n').Count(line => line.EndsWith(".m4s", StringComparison.Ordinal));
}
