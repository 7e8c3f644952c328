using System.Threading.Channels;
using Reelsmith.Gateway.Progress;
using Spectre.Console;

namespace Reelsmith.Cli.Reporting;

/// <summary>Bars on a terminal, redrawn as the job moves; slow redraws skip states instead of queueing them.</summary>
internal sealed class LiveProgress : IProgressView
{
    private static readonly TimeSpan ShortestFrame = TimeSpan.FromMilliseconds(80);
    private readonly Channel<JobSnapshot> _states = Channel.CreateBounded<JobSnapshot>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Task _drawing;

    public LiveProgress(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        _drawing = Task.Run(() => console.Live(new Text("Starting…")).AutoClear(true).StartAsync(Draw));
    }

    public void Show(JobSnapshot job) => _states.Writer.TryWrite(job);

    public async ValueTask DisposeAsync()
    {
        _states.Writer.Complete();
        await _drawing;
    }

    private async Task Draw(LiveDisplayContext display)
    {
        await foreach (var job in _states.Reader.ReadAllAsync())
        {
            display.UpdateTarget(ProgressBars.Of(job));
            await Task.WhenAny(_states.Reader.Completion, Task.Delay(ShortestFrame));
        }
    }
}
