using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Progress;

/// <summary>Tells the other gateways which jobs this one has written to: somebody may watch them there.</summary>
internal sealed class JobNews : BackgroundService
{
    private const int MostTogether = 500;
    private const int MostUntold = 10_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly Channel<JobVersion> _news = Channel.CreateBounded<JobVersion>(new BoundedChannelOptions(MostUntold) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly IBus _bus;
    private readonly TimeProvider _time;
    private readonly ILogger<JobNews> _log;
    private readonly GatewayInstance _instance;

    public JobNews(JobLog jobs, GatewayInstance instance, IBus bus, TimeProvider time, ILogger<JobNews> log)
    {
        (_instance, _bus, _time, _log) = (instance, bus, time, log);
        if (instance.IsShared) jobs.Written += (job, _) => _news.Writer.TryWrite(new JobVersion(job.Id, job.Version));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_instance.IsShared) return;
        while (await _news.Reader.WaitToReadAsync(stoppingToken))
        {
            var latest = new Dictionary<Guid, int>();
            while (latest.Count < MostTogether && _news.Reader.TryRead(out var news)) latest[news.JobId] = news.Version;
            try
            {
                await _bus.Publish(new JobsChanged([.. latest.Select(news => new JobVersion(news.Key, news.Value))]), context => context.Durable = false, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log.LogInformation(e, "Other gateways could not be told; whoever watches there looks by itself");
            }
            await Task.Delay(Between, _time, stoppingToken);
        }
    }
}
