using System.Text;

namespace Reelsmith.Cli.Tests;

/// <summary><c>reelsmith serve</c> while it runs.</summary>
internal sealed class Serving : IDisposable
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly FirstLine _output = new();
    private readonly StringWriter _error = new();
    private readonly Task<int> _run;

    private Serving(CommandLineSession session, string[] arguments)
    {
        var terminal = new Terminal(_output, TextWriter.Synchronized(_error), () => Stream.Null, Interactive: false);
        _run = new ReelsmithApp(terminal, session.Data, session.Folder, session.Stages.Register).Run(["serve", "--urls", "http://127.0.0.1:0", .. arguments], _interrupt.Token);
    }

    public string Address { get; private set; } = "";

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Returns when it says that it listens.</summary>
    public static async Task<Serving> Start(CommandLineSession session, params string[] arguments)
    {
        var serving = new Serving(session, arguments);
        await Task.WhenAny(serving._output.Line, serving._run);
        Assert.False(serving._run.IsCompleted, serving.Error);
        serving.Address = (await serving._output.Line).Split(' ')[3].TrimEnd(';');
        return serving;
    }

    /// <summary>Ctrl-C.</summary>
    public async Task<(int ExitCode, string Error)> Stop()
    {
        await _interrupt.CancelAsync();
        return (await _run, Error);
    }

    public void Dispose()
    {
        _interrupt.Cancel();
        _run.ContinueWith(_ => _interrupt.Dispose(), TaskScheduler.Default);
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _line.TrySetResult(value!);
        }
    }
}
