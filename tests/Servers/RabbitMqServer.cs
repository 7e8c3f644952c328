using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Reelsmith.Tests.Servers;

/// <summary>A RabbitMQ broker of a test's own.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly ServerProgram _program;
    private readonly int _port = FreePort.Next();
    private readonly int _epmdPort = FreePort.Next();

    private RabbitMqServer(TimeSpan? consumerTimeout)
    {
        _program = new ServerProgram("rabbitmq", Signal.Terminate, Answers, $"{_port}", $"{FreePort.Next()}", $"{_epmdPort}");
        if (consumerTimeout is { } timeout) _program.Environment["RABBITMQ_CONSUMER_TIMEOUT"] = ((long)timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
    }

    public Uri Url => new($"amqp://guest:guest@127.0.0.1:{_port}");

    public int ProcessId => _program.Id;

    public static Task<RabbitMqServer> Start(CancellationToken cancellationToken) => Start(null, cancellationToken);

    /// <param name="consumerTimeout">How long a delivery may stay unacknowledged before the broker closes its channel; 24 hours when null.</param>
    public static async Task<RabbitMqServer> Start(TimeSpan? consumerTimeout, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryStart(consumerTimeout, cancellationToken);
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // another program was faster at one of its ports
            }
        }
    }

    private static async Task<RabbitMqServer> TryStart(TimeSpan? consumerTimeout, CancellationToken cancellationToken)
    {
        var server = new RabbitMqServer(consumerTimeout);
        try
        {
            await server._program.Start(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the broker has written down which quorum queues there are, about a second after the last was declared. One
    /// that a crash takes before that is there afterwards, but without its messages and, for ever, without a leader (Ra 2.2).</summary>
    public async Task QueuesAreWritten(CancellationToken cancellationToken)
    {
        var names = Directory.EnumerateFiles(Path.Combine(_program.Folder, "mnesia"), "names.dets", SearchOption.AllDirectories).ToArray();
        while (!Array.TrueForAll(names, IsClosedProperly)) await Task.Delay(BetweenLooks, cancellationToken);
    }

    /// <summary>How many messages each queue holds, those that are being worked on included.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Queues(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/usr/lib/rabbitmq/bin/rabbitmqctl", ["--silent", "-n", "reelsmith@localhost", "list_queues", "name", "messages"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("HOME", Path.Combine(_program.Folder, "home")), ("ERL_EPMD_PORT", $"{_epmdPort}"), ("RABBITMQ_CONF_ENV_FILE", "/dev/null"), ("ERL_AFLAGS", "-start_epmd false") }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var lines = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"rabbitmqctl ended with {process.ExitCode}: {lines}");
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Where(fields => fields.Length == 2 && long.TryParse(fields[1], CultureInfo.InvariantCulture, out _))
            .ToDictionary(fields => fields[0], fields => long.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public Task Kill() => _program.Kill();

    /// <summary>Starts it again with its data and port, after stopping it properly where it still runs.</summary>
    public Task Restart(CancellationToken cancellationToken) => _program.Restart(cancellationToken);

    /// <summary>Its connections stay open and it says nothing, as behind a network that lost its way.</summary>
    public void Pause() => _program.Pause();

    public void Continue() => _program.Continue();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    /// <summary>Whether a table of Erlang's dets has nothing left in memory: a word of its header says so.</summary>
    private static bool IsClosedProperly(string table)
    {
        using var file = new FileStream(table, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[12];
        return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && BinaryPrimitives.ReadInt32BigEndian(header[8..]) == 1;
    }

    /// <summary>Whether it answers the protocol header with the first frame of a connection (AMQP 0-9-1, 2.2.4), which it does when it is up.</summary>
    private async Task<bool> Answers(CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", _port, cancellationToken);
            await socket.SendAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellationToken);
            var frame = new byte[1];
            return await socket.ReceiveAsync(frame, cancellationToken) == 1 && frame[0] == 1;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
