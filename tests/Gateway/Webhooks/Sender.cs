using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outgoing;
using Reelsmith.Gateway.Store;
using Reelsmith.Gateway.Webhooks;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Tests.Webhooks;

/// <summary>A process that sends webhooks from a data folder.</summary>
internal sealed class Sender : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly IHost _host;
    private readonly Channel<DeliveryState> _noted = Channel.CreateUnbounded<DeliveryState>();

    private Sender(DataFolder data, TimeProvider time, PublicAddressesOnly addresses)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(this);
        builder.Services.AddSingleton(time).AddGatewayService().AddWebhooks().AddReelsmith(data);
        // Nothing else of the gateway works.
        foreach (var service in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType != typeof(WebhookSender)).ToArray()) builder.Services.Remove(service);
        builder.Services.AddSingleton(addresses).AddSingleton(new WebhookSchedule(new NoJitter()));
        _host = builder.Build();
    }

    public WebhookDeliveries Deliveries => _host.Services.GetRequiredService<WebhookDeliveries>();

    public WebhookSecrets Secrets => _host.Services.GetRequiredService<WebhookSecrets>();

    public GatewayStore Store => _host.Services.GetRequiredService<GatewayStore>();

    public JobCatalog Catalog => _host.Services.GetRequiredService<JobCatalog>();

    public CommitQueue Commits => _host.Services.GetRequiredService<CommitQueue>();

    public static Task<Sender> Start(TemporaryData data, TimeProvider time) => Start(data, time, new PublicAddressesOnly(allowPrivate: true));

    public static async Task<Sender> Start(TemporaryData data, TimeProvider time, PublicAddressesOnly addresses)
    {
        var sender = new Sender(data.Folder, time, addresses);
        await sender._host.StartAsync();
        return sender;
    }

    /// <summary>Connections as with <see cref="OutgoingSettings.AllowPrivateAddresses"/> off, in a world where <paramref name="addressesOf"/> says what names
    /// resolve to, and where whatever is on the internet is reached on this machine.</summary>
    public static PublicAddressesOnly World(Func<string, string[]> addressesOf, Func<Stream, Stream>? connection = null) => new(allowPrivate: false,
        (host, _) => Task.FromResult(addressesOf(host).Select(IPAddress.Parse).ToArray()),
        async (_, port, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return connection is null ? stream : connection(stream);
        });

    /// <summary>Writes the ending of a new job down, as the job's log does.</summary>
    public async Task<WebhookDelivery> Tell(string url, string owner = "", string? secret = null, DateTimeOffset? at = null)
    {
        var now = at ?? _host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var job = Job.From(new JobSubmitted(Guid.NewGuid(), new VideoRequest { Prompt = "A topic" }, now, owner));
        var delivery = WebhookDelivery.Of(job.Id, 0, owner, new Webhook(url, secret), WebhookEvent.Completed, now);
        await Commits.Commit(db =>
        {
            db.Jobs.Add(JobRow.Of(job, "", ""));
            db.Add(delivery);
            return Task.CompletedTask;
        });
        Wake();
        return delivery;
    }

    /// <summary>Has it look at what is due.</summary>
    public void Wake() => _host.Services.GetRequiredService<WebhookSignal>().Raise();

    /// <summary>What the next answer that is written down leaves its delivery as.</summary>
    public async Task<DeliveryState> Noted() => await _noted.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async Task<WebhookDeliveryAnswer> Look(WebhookDelivery delivery) =>
        (await Deliveries.List(delivery.JobId, TestContext.Current.CancellationToken)).Single(found => found.Id == delivery.Id);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error) _noted.Writer.TryComplete(exception ?? new InvalidOperationException(formatter(state, exception)));
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values && values.FirstOrDefault(value => value.Key == "State").Value is DeliveryState noted) _noted.Writer.TryWrite(noted);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
    }

    private sealed class NoJitter : Random
    {
        public override double NextDouble() => 0;
    }
}
