using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Gateway.WarmUps;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests;

public sealed class WarmUpTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_server_that_starts_has_every_stage_of_a_first_scene_work_once()
    {
        var stages = new FakeStages();
        await using var gateway = await Start(stages);

        await Ended(gateway);

        Assert.Equal([typeof(WriteScript), typeof(NarrateScene), typeof(RenderScene), typeof(PackageScene)], stages.Worked.Select(work => work.GetType()));
        Assert.Empty((await gateway.Catalog.List(null, null, 10, ascending: true, default)).Jobs);
    }

    [Fact]
    public async Task What_is_missing_keeps_no_server_from_starting()
    {
        var stages = new FakeStages { Before = (command, _) => command is NarrateScene ? throw ReelsmithException.Unavailable("voice_missing", "No voice.", "Install one.") : Task.CompletedTask };
        await using var gateway = await Start(stages);

        await Ended(gateway);

        Assert.Equal([typeof(WriteScript)], stages.Worked.Select(work => work.GetType()));
    }

    private Task<GatewayProcess> Start(FakeStages stages) => GatewayProcess.Start(_data.Folder, stages, more: services => services.AddWarmUp());

    private static Task Ended(GatewayProcess gateway) => gateway.Services.GetServices<IHostedService>().OfType<WarmUp>().Single().ExecuteTask!;
}
