using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;

namespace Reelsmith.Speech.Synthesis;

/// <summary>A running engine that takes request lines and answers with lines and samples.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const double TicksPerSecond = 100; // USER_HZ, fixed in the kernel's interface
    private const int LongestLine = 1 << 20;

    private readonly string _engine;
    private readonly ChildProcess _process;
    private readonly PipeReader _output;

    private string _unsent;

    private EngineProcess(string engine, ChildProcess process, string prelude)
    {
        _engine = engine;
        _process = process;
        _unsent = prelude;
        _output = PipeReader.Create(process.StandardOutput);
    }

    /// <param name="prelude">Sent before the first request.</param>
    /// <exception cref="ReelsmithException">The program is not installed.</exception>
    public static EngineProcess Start(string engine, string program, IEnumerable<string> arguments, string prelude = "") =>
        new(engine, ChildProcess.Start(program, arguments), prelude);

    /// <summary>Processor time that the process has used so far.</summary>
    public TimeSpan CpuTime()
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
        catch (IOException)
        {
            return TimeSpan.Zero; // it has just ended; whoever reads from it next will say so
        }
    }

    /// <summary>Sends text as it is.</summary>
    /// <exception cref="ReelsmithException">The process has ended.</exception>
    public async Task Send(string text, CancellationToken cancellationToken)
    {
        try
        {
            await _process.StandardInput.WriteAsync(Encoding.UTF8.GetBytes(_unsent + text), cancellationToken);
            await _process.StandardInput.FlushAsync(cancellationToken);
            _unsent = "";
        }
        catch (IOException)
        {
            throw await Ended();
        }
    }

    /// <summary>The next line of the answer, without its line feed.</summary>
    /// <exception cref="ReelsmithException">The process has ended.</exception>
    public async Task<string> ReadLine(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _output.ReadAsync(cancellationToken);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(read.Buffer.Slice(0, end));
                _output.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }
            _output.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted || read.Buffer.Length > LongestLine) throw await Ended();
        }
    }

    /// <summary>The next samples of the answer, 16 bit in the machine's byte order.</summary>
    /// <exception cref="ReelsmithException">The process has ended.</exception>
    public async Task<short[]> ReadSamples(int count, CancellationToken cancellationToken)
    {
        var samples = new short[count];
        var bytes = count * sizeof(short);
        var read = await _output.ReadAtLeastAsync(bytes, cancellationToken);
        if (read.Buffer.Length < bytes) throw await Ended();
        read.Buffer.Slice(0, bytes).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples.AsSpan()));
        _output.AdvanceTo(read.Buffer.GetPosition(bytes));
        return samples;
    }

    /// <summary>The end of what the engine wrote to standard error.</summary>
    public string ErrorTail => _process.ErrorTail;

    public async ValueTask DisposeAsync()
    {
        await _output.CompleteAsync();
        await _process.DisposeAsync();
    }

    private async Task<ReelsmithException> Ended()
    {
        await _process.DisposeAsync();
        var said = ErrorTail.Trim();
        return ReelsmithException.Transient("engine_ended", $"{_engine} ended while it spoke{(said.Length == 0 ? "." : $": {said[(said.LastIndexOf('\n') + 1)..]}")}",
            "Run the same command again: it goes on from what is done. If it happens again, run `reelsmith doctor`.", _engine);
    }
}
