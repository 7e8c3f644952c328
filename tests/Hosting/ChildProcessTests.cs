using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Hosting.Tests;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task What_goes_in_comes_out()
    {
        var input = new byte[300_000];
        new Random(1).NextBytes(input);

        Assert.Equal(input, await ChildProcess.Run("cat", [], input, null, CancellationToken.None));
    }

    [Fact]
    public async Task Arguments_pass_through_no_shell()
    {
        const string argument = "$(touch /tmp/x) `id` ; 'a' \"b\" *";

        Assert.Equal(argument, Encoding.UTF8.GetString(await ChildProcess.Run("printf", ["%s", argument], default, null, CancellationToken.None)));
    }

    [Fact]
    public void A_missing_program_is_named()
    {
        var failure = Assert.Throws<ReelsmithException>(() => ChildProcess.Start("no-such-program", [])).Failure;

        Assert.Equal((FailureKind.Unavailable, "program_missing"), (failure.Kind, failure.Code));
        Assert.Contains("no-such-program", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_fails_is_quoted()
    {
        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => ChildProcess.Run("sh", ["-c", "echo first >&2; echo last words >&2; exit 3"], default, null, CancellationToken.None))).Failure;

        Assert.Equal("program_failed", failure.Code);
        Assert.Contains("code 3: last words", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_program_may_be_tried_again()
    {
        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => ChildProcess.Run("sh", ["-c", "kill -9 $$"], default, null, CancellationToken.None))).Failure;

        Assert.True(failure.Retryable);
        Assert.Contains("signal 9", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_finds_no_space_says_the_disk_is_full()
    {
        var failure = (await Assert.ThrowsAsync<ReelsmithException>(() => ChildProcess.Run("sh", ["-c", "echo x: No space left on device >&2; exit 1"], default, null, CancellationToken.None))).Failure;

        Assert.Equal("disk_full", failure.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Its_end_takes_its_children_along()
    {
        int child;
        await using (var process = ChildProcess.Start("sh", ["-c", "sleep 1000 & echo $!; wait"]))
        {
            using var reader = new StreamReader(process.StandardOutput, leaveOpen: true);
            child = int.Parse((await reader.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(IsRunning(child));
        }

        while (IsRunning(child)) await Task.Delay(5, TestContext.Current.CancellationToken); // the kernel takes a moment; a child left behind runs into the time limit
    }

    [Fact]
    public void What_is_cancelled_already_is_not_started() =>
        Assert.Throws<OperationCanceledException>(() => ChildProcess.Start("no-such-program", [], cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancellation = new CancellationTokenSource();
        var process = ChildProcess.Start("sleep", ["1000"]);
        var id = process.Id;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => process.WaitForSuccess(cancellation.Token));
        await process.DisposeAsync();

        Assert.False(IsRunning(id));
    }

    [Fact]
    public async Task Its_processor_time_is_counted()
    {
        var work = new StageWork(_ => { });

        await ChildProcess.Run("sh", ["-c", "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done"], default, work, CancellationToken.None);

        Assert.True(work.CpuSeconds > 0);
    }

    // A killed process may stay as a zombie where nobody reaps orphans.
    private static bool IsRunning(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
