using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Progress;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Tests;

/// <summary>A gateway with fake stages, as one process has them.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly IHost _host;

    private GatewayProcess(IHost host) => _host = host;

    public JobCoordinator Jobs => _host.Services.GetRequiredService<JobCoordinator>();

    public JobCatalog Catalog => _host.Services.GetRequiredService<JobCatalog>();

    public IServiceProvider Services => _host.Services;

    public static async Task<GatewayProcess> Start(DataFolder data, Reelsmith.Tests.FakeStages.FakeStages stages, bool resumeUnfinished = false,
        JobLimits? limits = null, TimeProvider? time = null, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging(log => log.SetMinimumLevel(LogLevel.Critical));
        builder.Services.AddGatewayService(resumeUnfinished);
        stages.Register(builder.Services);
        if (limits is not null) builder.Services.AddSingleton(limits);
        if (time is not null) builder.Services.AddSingleton(time);
        more?.Invoke(builder.Services);
        builder.Services.AddReelsmith(data);
        builder.Services.Configure<MassTransitHostOptions>(bus => bus.ConsumerStopTimeout = TimeSpan.FromMilliseconds(1)); // held work is let go at once
        var process = new GatewayProcess(builder.Build());
        await process._host.StartAsync();
        return process;
    }

    /// <summary>Submits and waits for the end.</summary>
    public async Task<JobSnapshot> Make(VideoRequest request)
    {
        var submission = await Jobs.Submit(request, CancellationToken.None);
        return await End(submission.JobId);
    }

    public async Task<JobSnapshot> End(Guid jobId)
    {
        JobSnapshot? last = null;
        await foreach (var job in Jobs.Watch(jobId, CancellationToken.None)) last = job;
        return last!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
