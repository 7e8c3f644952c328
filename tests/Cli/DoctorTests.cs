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

    private static async Task<(int, string)> Run(params EngineReport[] reports)
    {
        var output = new StringWriter();
        var app = new ReelsmithApp(new Terminal(output, TextWriter.Null, () => Stream.Null, false), new DataFolder("/nonexistent"), "/", services => services.AddSingleton<IEngineCheck>(new FixedCheck(reports)));
        return (await app.Run(["doctor"], CancellationToken.None), output.ToString());
    }

    private sealed class FixedCheck(EngineReport[] reports) : IEngineCheck
    {
        public Task<IReadOnlyList<EngineReport>> Check(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EngineReport>>(reports);
    }
}
