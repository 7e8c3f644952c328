using System.Net.Http.Json;
using System.Text.Json;
using Reelsmith.NoOpServer;

namespace Reelsmith.Telemetry.Tests;

/// <summary>What a process of its own writes to standard error.</summary>
public sealed class LogTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("reelsmith-telemetry-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Json_logs_are_one_object_a_line_with_the_job_and_its_scene()
    {
        var (id, errors) = await Make("Refused by the video stage, alas", "--Reelsmith:Telemetry:LogFormat=json", "--Reelsmith:Telemetry:LogLevel=Information");

        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.All(lines, line => Assert.NotEqual(default, line.GetProperty("time").GetDateTimeOffset()));
        var job = Guid.Parse(id["video_".Length..]).ToString();
        var ofJob = lines.Where(line => line.TryGetProperty("job_id", out var named) && named.GetString() == job).ToArray();
        Assert.Contains(ofJob, line => line.GetProperty("message").GetString()!.Contains("was submitted", StringComparison.Ordinal));
        Assert.Contains(ofJob, line => line.GetProperty("message").GetString()!.Contains("ScriptWritten", StringComparison.Ordinal));
        var failed = Assert.Single(ofJob, line => line.GetProperty("level").GetString() == "warning");
        Assert.Equal("video", failed.GetProperty("stage").GetString());
        Assert.Equal(0, failed.GetProperty("scene").GetInt32());
        Assert.Equal("refused", failed.GetProperty("code").GetString());
        Assert.Contains("ReelsmithException", failed.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_a_request_carry_its_trace_where_traces_are_exported()
    {
        await using var collector = await Collector.Start();
        var (id, errors) = await Make("Volcanoes", "--Reelsmith:Telemetry:LogFormat=json", "--Reelsmith:Telemetry:LogLevel=Information", $"--Reelsmith:Telemetry:OtlpEndpoint={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");

        var job = Guid.Parse(id["video_".Length..]).ToString();
        var traces = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("job_id", out var named) && named.GetString() == job).Select(line => line.TryGetProperty("trace_id", out var trace) ? trace.GetString() : null).ToArray();
        Assert.True(traces.Length >= 5);
        Assert.Single(traces.Distinct());
        Assert.NotNull(traces[0]);
    }

    [Fact]
    public async Task An_ordinary_run_logs_nothing() => Assert.Equal("", (await Make("Volcanoes")).Errors);

    private async Task<(string Id, string Errors)> Make(string prompt, params string[] settings)
    {
        await using var server = ServerProcess.Start(_data, settings);
        using var client = new HttpClient { BaseAddress = await server.Address };
        using var answer = await client.PostAsJsonAsync("/v1/videos", new { prompt });
        var id = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await client.GetStringAsync($"/v1/videos/{id}/events");
        return (id, await server.Stop());
    }
}
