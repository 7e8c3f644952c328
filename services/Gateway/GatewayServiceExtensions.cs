using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Gateway.Consumers;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Load;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Progress;
using Reelsmith.Gateway.Retention;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Telemetry;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;
using Reelsmith.Hosting.Settings;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Gateway;

public static class GatewayServiceExtensions
{
    /// <summary>The job store and the orchestration; <see cref="JobCoordinator"/> is the way in.</summary>
    /// <param name="serves">Whether this process serves everybody: it takes up what earlier ones left unfinished, and removes what has expired.</param>
    public static IServiceCollection AddGatewayService(this IServiceCollection services, bool serves = false)
    {
        services.AddSettings<JobLimits>(JobLimits.Section);
        services.AddJobStore();
        services.AddSingleton(s => new GatewayInstance(s.GetRequiredService<DataFolder>(), shared: s.GetRequiredService<BrokerSettings>().Url is not null));
        services.AddSingleton<WaitingLine>();
        services.AddSingleton<CommitQueue>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<WebhookSignal>();
        services.AddSingleton<Admission>();
        services.AddSingleton<ProgressBoards>();
        services.AddSingleton<JobLog>();
        services.AddSingleton<PatientLog>();
        services.AddSingleton(s => new JobCoordinator(s.GetRequiredService<GatewayStore>(), s.GetRequiredService<CommitQueue>(), s.GetRequiredService<JobLog>(),
            s.GetRequiredService<ProgressBoards>(), s.GetRequiredService<Admission>(), s.GetRequiredService<IArtifactStore>(), s.GetRequiredService<RunningJobs>(),
            s.GetRequiredService<GatewayInstance>(), s.GetRequiredService<WaitingLine>(), s.GetRequiredService<JobLimits>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new JobCatalog(s.GetRequiredService<GatewayStore>(), s.GetRequiredService<JobLog>(), s.GetRequiredService<ProgressBoards>(),
            s.GetRequiredService<WaitingLine>(), s.GetRequiredService<IArtifactStore>(), s.GetRequiredService<JobLimits>()));
        services.AddSingleton<OutboxSender>().AddSingleton<OutboxDispatcher>().AddSingleton<SharedOutboxDispatcher>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<GatewayInstance>().IsShared ? s.GetRequiredService<SharedOutboxDispatcher>() : s.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService<JobStarter>();
        services.AddSingleton<LoadMonitor>().AddHostedService(s => s.GetRequiredService<LoadMonitor>());
        services.AddHostedService<QueuePositions>().AddHostedService<JobNews>();
        services.AddGatewayMetrics();
        services.AddSettings<RetentionSettings>(RetentionSettings.Section);
        services.AddSingleton<RetentionSweep>();
        if (serves) services.AddHostedService<UnfinishedJobs>().AddHostedService<SilentJobs>().AddHostedService<RetentionService>();
        return services.AddConsumers(bus =>
        {
            bus.AddConsumer<JobEventConsumer, JobEventConsumerDefinition>();
            bus.AddConsumer<StageFaultConsumer, StageFaultConsumerDefinition>();
            bus.AddConsumer<StageProgressConsumer>().Endpoint(endpoint => endpoint.IsOwn());
            bus.AddConsumer<JobsChangedConsumer>().Endpoint(endpoint => endpoint.IsOwn());
            bus.AddConsumer<DeadCommandConsumer, DeadCommandConsumerDefinition>();
        });
    }
}
