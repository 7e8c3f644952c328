using Microsoft.Extensions.DependencyInjection;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Engines;

namespace Reelsmith.Cli.Tests;

public sealed class DoctorTests
{
    private static readonly EngineReport Ready = new("video", "motion", true, "1.0", "Ready.", null);
    private static readonly EngineReport Missing = new("speech", "festival", false, null, "Not installed.", "apt install festival");

    [Fact]
    public async Task Everything_ready_ends_with_0()
    {
        var (exitCode, output) = await Run(Ready);

        Assert.Equal(0, exitCode);
        Assert.Contains("motion 1.0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_missing_ends_with_1_and_says_what_to_do()
    {
        var (exitCode, output) = await Run(Ready, Missing);

        Assert.Equal(1, exitCode);
        Assert.Contains("apt install festival", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_the_configuration_names_is_asked_too()
    {
        var (exitCode, output, _) = await Run("""{ "Reelsmith": { "Artifacts": { "Bucket": "films", "Endpoint": "http://127.0.0.1:9", "AccessKey": "key", "SecretKey": "do not tell" } } }""", Ready);

        Assert.Equal(1, exitCode);
        Assert.Contains("failed   bucket    The bucket films at http://127.0.0.1:9 cannot be reached", output, StringComparison.Ordinal);
        Assert.DoesNotContain("do not tell", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Reelsmith": { "Artifacts": { "Buket": "films" } } }""", "Did you mean Reelsmith:Artifacts:Bucket?")]
    [InlineData("""{ "Reelsmith": { "Artifacts": { "Bucket": "films", "Endpoint": "here" } } }""", "Reelsmith:Artifacts:Endpoint is no address")]
    [InlineData("""{ "Reelsmith": { "Artifacts": { "Bucket": "films", "AccessKey": "key" } } }""", "Reelsmith:Artifacts:AccessKey and SecretKey go together")]
    [InlineData("""{ "Reelsmith": { "Artifacts": { "Endpoint": "https://s3.example.com" } } }""", "Reelsmith:Artifacts:Bucket is missing")]
    public async Task A_setting_that_cannot_be_is_told(string configuration, string expected)
    {
        var (exitCode, _, error) = await Run(configuration, Ready);

        Assert.Equal(2, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static async Task<(int, string)> Run(params EngineReport[] reports)
    {
        var (exitCode, output, _) = await Run("{}", reports);
        return (exitCode, output);
    }

    private static async Task<(int, string, string)> Run(string configuration, params EngineReport[] reports)
    {
        var folder = Directory.CreateTempSubdirectory("reelsmith-doctor-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "reelsmith.json"), configuration);
            var (output, error) = (new StringWriter(), new StringWriter());
            var app = new ReelsmithApp(new Terminal(output, error, () => Stream.Null, false), new DataFolder("/nonexistent"), folder.FullName, services => services.AddSingleton<IEngineCheck>(new FixedCheck(reports)));
            return (await app.Run(["doctor"], CancellationToken.None), output.ToString(), error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class FixedCheck(EngineReport[] reports) : IEngineCheck
    {
        public Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EngineReport>>(reports);
    }
}
