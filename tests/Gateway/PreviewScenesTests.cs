using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Preview;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class PreviewScenesTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_film_is_there_from_its_first_scene_to_the_last_without_a_gap()
    {
        var held = new TaskCompletionSource();
        var stages = new FakeStages { Before = (command, ct) => command is RenderScene { Scene: 1 } ? held.Task.WaitAsync(ct) : Task.CompletedTask };
        await using var gateway = await Start(stages);
        var job = (await gateway.Jobs.Submit(Request, default)).JobId;
        await foreach (var change in gateway.Jobs.Changes(job, 0, default))
        {
            if (change.Snapshot.Scenes.Count(scene => scene.RenderCost is not null) == 2) break; // the first and the last
        }

        var first = await Scenes(gateway, job);
        held.SetResult();
        await gateway.End(job);
        var all = await Scenes(gateway, job);

        Assert.Equal((1, 3), (first.Count, all.Count));
        Assert.Same(first[0], all[0]);
    }

    [Fact]
    public async Task Each_scene_is_packaged_once_and_at_its_place_in_the_film()
    {
        var stages = new FakeStages();
        await using var gateway = await Start(stages);
        var job = (await gateway.Make(Request)).JobId;

        await Scenes(gateway, job);
        await Scenes(gateway, job);

        var packaged = stages.Worked.OfType<PackageScene>().OrderBy(request => request.Start).ToArray();
        Assert.Equal([0, packaged[0].Scene.Frames, packaged[0].Scene.Frames + packaged[1].Scene.Frames], packaged.Select(request => request.Start));
    }

    [Fact]
    public async Task What_failed_once_is_tried_again()
    {
        var full = true;
        var stages = new FakeStages { Before = (command, _) => command is PackageScene && full ? throw ReelsmithException.Unavailable("disk_full", "Full.", "Free some.") : Task.CompletedTask };
        await using var gateway = await Start(stages);
        var job = (await gateway.Make(Request)).JobId;

        var failure = await Assert.ThrowsAsync<ReelsmithException>(() => Scenes(gateway, job));
        full = false;

        Assert.Equal("disk_full", failure.Failure.Code);
        Assert.Equal(3, (await Scenes(gateway, job)).Count);
    }

    private Task<GatewayProcess> Start(FakeStages stages) => GatewayProcess.Start(_data.Folder, stages, more: services => services.AddSingleton<PreviewScenes>());

    private static async Task<IReadOnlyList<ScenePackaged>> Scenes(GatewayProcess gateway, Guid job) =>
        await gateway.Services.GetRequiredService<PreviewScenes>().Of((await gateway.Catalog.Find(job, default))!, default);
}
