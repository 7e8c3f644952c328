using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Cli.Hosting;
using Reelsmith.Contracts;
using Reelsmith.Gateway;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    private readonly CommandLineSession _session = new();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _session.Dispose();
    }

    [Fact]
    public async Task One_line_says_where_it_listens_and_Ctrl_C_ends_it_with_0()
    {
        using var serving = await Serving.Start(_session);

        Assert.Equal($"Reelsmith listens on {serving.Address}; {serving.Address}/docs describes the API.\n", serving.Output);
        Assert.Equal("""{"status":"live"}""", await _client.GetStringAsync($"{serving.Address}/health/live"));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"{serving.Address}/docs")).StatusCode);

        Assert.Equal((0, ""), await serving.Stop());
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_1_and_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var outcome = await _session.Run("serve", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal($"reelsmith: Another program listens on http://{taken.LocalEndpoint} already. End it, or give another port: reelsmith serve --urls http://127.0.0.1:8090.\n", outcome.Error);
    }

    [Theory]
    [InlineData("--urls", "nonsense", "\"nonsense\" is not an address")]
    [InlineData("--urls", "http://127.0.0.1:99999", "port")]
    [InlineData("--config", "nothing.json", "nothing.json")]
    [InlineData("--config", "broken.json", "not valid JSON")]
    [InlineData("--config", "misspelt.json", "Did you mean Reelsmith:RequireKeys?")]
    [InlineData("--url", "http://127.0.0.1:0", "--url")]
    public async Task What_cannot_be_served_ends_with_2_and_a_sentence(string option, string value, string says)
    {
        _session.Write("broken.json", "{");
        _session.Write("misspelt.json", """{ "Reelsmith": { "RequireKey": true } }""");

        var outcome = await _session.Run("serve", option, value);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_a_film_it_leaves_no_process_and_goes_on_at_the_next_start()
    {
        var begun = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _session.Stages.Before = async (work, ct) =>
        {
            if (work is not RenderScene) return;
            await using var child = ChildProcess.Start("sleep", ["1000"], cancellationToken: ct);
            begun.TrySetResult(child.Id);
            await child.WaitForSuccess(ct);
        };
        await LeaveUnfinished();
        using (var serving = await Serving.Start(_session))
        {
            using var child = Process.GetProcessById(await begun.Task);

            Assert.Equal(0, (await serving.Stop()).ExitCode);
            Assert.True(child.HasExited);
        }
        var composed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _session.Stages.Before = (work, _) =>
        {
            if (work is ComposeVideo) composed.TrySetResult();
            return Task.CompletedTask;
        };
        using var next = await Serving.Start(_session);
        await composed.Task;
        Assert.Equal(0, (await next.Stop()).ExitCode);
    }

    [Fact]
    public async Task Keys_are_made_and_revoked_while_it_serves()
    {
        using var serving = await Serving.Start(_session, "--require-keys");
        Assert.Contains("reelsmith keys add NAME", serving.Error, StringComparison.Ordinal);

        var added = await _session.Run("keys", "add", "alice");
        Assert.Equal(0, added.ExitCode);
        var secret = added.Output.TrimEnd();
        await Until(HttpStatusCode.NotFound, serving, secret);

        var list = await _session.Run("keys", "list");
        Assert.Contains("alice", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list.Output + list.Error + added.Error, StringComparison.Ordinal);
        var id = list.Output.Split(' ')[0];
        Assert.Equal(0, (await _session.Run("keys", "revoke", id)).ExitCode);
        await Until(HttpStatusCode.Unauthorized, serving, secret);
        Assert.Contains("revoked", (await _session.Run("keys", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys", "add", "two words")]
    [InlineData("keys", "revoke", "key_nobody")]
    [InlineData("keys", "add")]
    [InlineData("keys", "lose")]
    [InlineData("keys")]
    public async Task A_wrong_keys_command_ends_with_2_and_one_sentence(params string[] arguments)
    {
        var outcome = await _session.Run(arguments);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    // What a process that died left behind.
    private async Task LeaveUnfinished()
    {
        using var host = ReelsmithHost.Build(_session.Data, services => services.AddGatewayService(), verbose: false);
        await host.StartAsync();
        await host.Services.GetRequiredService<JobCoordinator>().Submit(new VideoRequest { Prompt = "Why do volcanoes erupt?" }, CancellationToken.None);
        await host.StopAsync();
    }

    // An address that is not there: 404 to who may ask, 401 to all others.
    private async Task Until(HttpStatusCode status, Serving serving, string secret)
    {
        HttpStatusCode answered;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{serving.Address}/nothing") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };
            answered = (await _client.SendAsync(request)).StatusCode;
        }
        while (answered != status);
    }
}
