using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Script.Tests;

public sealed class WriteScriptConsumerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reelsmith-script-bus");

    [Fact]
    public async Task A_command_is_answered_with_a_stored_storyboard_and_a_second_time_from_the_store()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var written = System.Threading.Channels.Channel.CreateUnbounded<JobEvent>();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddScriptService();
        builder.Services.AddSingleton(written);
        builder.Services.AddConsumers(bus => bus.AddConsumer<Listener>());
        builder.Services.AddReelsmith(new DataFolder(_folder.FullName));
        using var host = builder.Build();
        await host.StartAsync(cancellation);
        var script = await host.Services.GetRequiredService<IBus>().GetSendEndpoint(Queues.Address(Queues.Script));

        await script.Send(new WriteScript(Guid.NewGuid(), new VideoRequest { Prompt = "Why do volcanoes erupt?" }), cancellation);
        var first = Assert.IsType<ScriptWritten>(await written.Reader.ReadAsync(cancellation));
        await script.Send(new WriteScript(Guid.NewGuid(), new VideoRequest { Prompt = "Why do volcanoes erupt?" }), cancellation);
        var second = Assert.IsType<ScriptWritten>(await written.Reader.ReadAsync(cancellation));
        await script.Send(new WriteScript(Guid.NewGuid(), new VideoRequest { Prompt = "qwrtz plmkj" }), cancellation);
        var third = Assert.IsType<StageFailed>(await written.Reader.ReadAsync(cancellation));

        var storyboard = await host.Services.GetRequiredService<IArtifactStore>().ReadJson<Storyboard>(first.Storyboard, cancellation);
        Assert.NotEmpty(storyboard.Scenes);
        Assert.Equal((first.Storyboard, true), (second.Storyboard, second.Cost.Cached));
        Assert.Equal("script", third.Failure.Stage);
        await host.StopAsync(cancellation);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    internal sealed class Listener(System.Threading.Channels.Channel<JobEvent> written) : IConsumer<ScriptWritten>, IConsumer<StageFailed>
    {
        public Task Consume(ConsumeContext<ScriptWritten> context) => written.Writer.WriteAsync(context.Message).AsTask();

        public Task Consume(ConsumeContext<StageFailed> context) => written.Writer.WriteAsync(context.Message).AsTask();
    }
}
