using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Hosting.Listening;
using Reelsmith.Gateway.Http;
using Reelsmith.Tests.FakeStages;

namespace Reelsmith.Gateway.Tests.Http;

/// <summary>The web server on a port of its own, with fake stages.</summary>
internal sealed class GatewayHttp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayHttp(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<GatewayHttp> Start(TemporaryData data, IReadOnlyList<string>? settings = null, FakeStages? stages = null, Action<WebApplication>? map = null, Action<IServiceCollection>? services = null)
    {
        string[] arguments = [.. settings?.Any(setting => setting.StartsWith("--urls", StringComparison.Ordinal)) == true ? [] : new[] { "--urls=http://127.0.0.1:0" }, .. settings ?? []];
        var app = GatewayServer.Build(arguments, data.Folder, s =>
        {
            s.AddSingleton<IHostLifetime, NoSignals>();
            s.AddLogging(log => log.ClearProviders());
            (stages ?? new FakeStages()).Register(s);
            services?.Invoke(s);
        }, data.Folder.Root);
        map?.Invoke(app);
        try
        {
            await app.Open(CancellationToken.None);
            return new GatewayHttp(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public Task Stop() => _app.StopAsync();

    /// <summary>Sends exactly these bytes and reads until the server closes the connection.</summary>
    public async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        await client.GetStream().WriteAsync(System.Text.Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

internal static class AnswerExtensions
{
    /// <summary>The error of an answer, which must have the one shape that errors have.</summary>
    public static async Task<JsonElement> Error(this HttpResponseMessage answer)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return ErrorOf(await answer.Content.ReadAsStringAsync());
    }

    public static JsonElement ErrorOf(string body)
    {
        var root = JsonDocument.Parse(body).RootElement;
        Assert.Equal(["error"], root.EnumerateObject().Select(member => member.Name));
        var error = root.GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(member => member.Name));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        return error;
    }

    public static string? Text(this JsonElement element, string member) => element.GetProperty(member).GetString();

    public static string RequestId(this HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("x-request-id"));
}
