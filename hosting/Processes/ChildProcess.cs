using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Stages;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Hosting.Processes;

/// <summary>A program that Reelsmith runs and owns: arguments never pass through a shell, and the program ends with its owner,
/// on every path. Its standard error is kept (the last lines) for the message of a failure.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptErrorCharacters = 8_000;
    private static readonly TimeSpan CpuSampling = TimeSpan.FromMilliseconds(40);
    private static readonly double TicksPerSecond = 100; // USER_HZ, fixed in the kernel's interface

    private readonly Process _process;
    private readonly StageWork? _work;
    private readonly Activity? _span;
    private readonly Task _errors;
    private readonly Timer _sampler;
    private readonly System.Text.StringBuilder _errorTail = new();
    private TimeSpan _cpu;

    private ChildProcess(Process process, StageWork? work)
    {
        _process = process;
        _work = work;
        _span = Traces.Beside(Path.GetFileName(process.StartInfo.FileName), ActivityKind.Client)?
            .SetTag("process.executable.name", Path.GetFileName(process.StartInfo.FileName)).SetTag("process.pid", process.Id);
        _errors = ReadErrors();
        _sampler = new Timer(_ => SampleCpu(), null, CpuSampling, CpuSampling);
    }

    public Stream StandardInput => _process.StandardInput.BaseStream;

    public Stream StandardOutput => _process.StandardOutput.BaseStream;

    public int Id => _process.Id;

    /// <summary>Starts a program with standard input, output and error redirected.</summary>
    /// <param name="work">Receives the program's processor time when it ends; may be null.</param>
    /// <param name="cancellationToken">What is cancelled already is not started; afterwards the owner ends it.</param>
    /// <exception cref="ReelsmithException">The program is not installed.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, StageWork? work = null, string? workingDirectory = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory ?? "",
        };
        try
        {
            return new ChildProcess(Process.Start(start)!, work);
        }
        catch (Win32Exception)
        {
            throw ReelsmithException.Unavailable("program_missing", $"The program {Path.GetFileName(program)} is not installed.",
                $"Run `apt install {DebianPackages.Of(Path.GetFileName(program))}`, or `reelsmith doctor` to see everything that is missing.", Path.GetFileName(program));
        }
    }

    /// <summary>Runs a program to its end and returns its standard output. <paramref name="input"/> is written to its standard input.</summary>
    /// <exception cref="ReelsmithException">It is not installed, was killed, or exited with another code than 0.</exception>
    public static async Task<byte[]> Run(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, StageWork? work, CancellationToken cancellationToken)
    {
        await using var child = Start(program, arguments, work, cancellationToken: cancellationToken);
        using var output = new MemoryStream();
        var reading = child.StandardOutput.CopyToAsync(output, cancellationToken);
        try
        {
            await child.StandardInput.WriteAsync(input, cancellationToken);
            child.CloseInput();
        }
        catch (IOException)
        {
            // it ended without reading everything; its exit code tells why
        }
        await reading;
        await child.WaitForSuccess(cancellationToken);
        return output.ToArray();
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Waits for the end.</summary>
    /// <exception cref="ReelsmithException">Transient when a signal ended it, internal when it exited with another code than 0.</exception>
    public async Task WaitForSuccess(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _errors.WaitAsync(cancellationToken);
        if (_process.ExitCode == 0) return;
        throw Failed();
    }

    /// <summary>The failure of a program that ended early, with the end of what it wrote to standard error.</summary>
    private ReelsmithException Failed()
    {
        var name = Path.GetFileName(_process.StartInfo.FileName);
        var said = ErrorTail.Trim();
        if (DiskFull.Says(said)) return new ReelsmithException(DiskFull.Failure(name));
        return _process.ExitCode > 128
            ? ReelsmithException.Transient("program_killed", $"{name} was ended by signal {_process.ExitCode - 128}.", "Run the same command again: it goes on from what is done.", name)
            : new ReelsmithException(new Failure(FailureKind.Internal, "program_failed", $"{name} ended with code {_process.ExitCode}: {LastLine(said)}",
                "Run `reelsmith doctor`; if everything is ready there, report this message.", Engine: name));
    }

    /// <summary>The end of what the program wrote to standard error.</summary>
    public string ErrorTail
    {
        get
        {
            lock (_errorTail) return _errorTail.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sampler.DisposeAsync();
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it ended by itself meanwhile
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        _work?.AddCpu(_cpu);
        _span?.SetTag("process.exit.code", _process.ExitCode).SetTag("reelsmith.cpu.time", _cpu.TotalSeconds);
        if (_process.ExitCode != 0) _span.Fail(_process.ExitCode > 128 ? "program_killed" : "program_failed");
        _span.EndBeside();
        _process.Dispose();
    }

    private async Task ReadErrors()
    {
        var buffer = new char[1024];
        int read;
        while ((read = await _process.StandardError.ReadAsync(buffer)) > 0)
        {
            lock (_errorTail)
            {
                _errorTail.Append(buffer, 0, read);
                if (_errorTail.Length > KeptErrorCharacters) _errorTail.Remove(0, _errorTail.Length - KeptErrorCharacters);
            }
        }
    }

    // After its end a process's times can no longer be read (the runtime reaps it), so they are sampled while it runs.
    private void SampleCpu()
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            _cpu = TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            // it has ended
        }
    }

    private static string LastLine(string text) => text.Length == 0 ? "it said nothing." : text[(text.LastIndexOf('\n') + 1)..];
}
