using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class OrchestrationTests : IDisposable
{
    private static readonly VideoRequest Request = new() { Prompt = "Why do volcanoes erupt?" };
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_request_goes_through_every_stage_and_ends_completed()
    {
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);

        var job = await gateway.Make(Request);

        Assert.Null(job.Failure);
        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal(1, job.Fraction);
        Assert.Equal(["WriteScript", "NarrateScene", "NarrateScene", "NarrateScene", "RenderScene", "RenderScene", "RenderScene", "ComposeVideo"],
            stages.Worked.Select(c => c.GetType().Name).OrderBy(name => Array.IndexOf(["WriteScript", "NarrateScene", "RenderScene", "ComposeVideo"], name)));
        Assert.All(job.Scenes, scene => Assert.False(scene.RenderCost!.Cached));
    }

    [Fact]
    public async Task The_same_request_again_does_no_work()
    {
        var stages = new FakeStages();
        await using var gateway = await GatewayProcess.Start(_data.Folder, stages);
        var first = await gateway.Make(Request);
        stages.Worked.Clear();

        var second = await gateway.Make(Request);

        Assert.Empty(stages.Worked);
        Assert.NotEqual(first.JobId, second.JobId);
        Assert.Equal(first.Files, second.Files);
        Assert.All(second.Scenes, scene => Assert.True(scene.RenderCost!.Cached && scene.NarrationCost!.Cached));
    }
}
