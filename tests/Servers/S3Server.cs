using System.Net.Sockets;
using Amazon.S3;

namespace Reelsmith.Tests.Servers;

/// <summary>An S3 server of a test's own (s3rver), with one bucket.</summary>
public sealed class S3Server : IAsyncDisposable
{
    private readonly ServerProgram _program;
    private readonly int _port = FreePort.Next();

    private S3Server() => _program = new ServerProgram("s3", Signal.Terminate, Answers, $"{_port}", Bucket);

    public Uri Endpoint => new($"http://127.0.0.1:{_port}");

    public string Region => "us-east-1";

    public string AccessKey => "S3RVER";

    public string SecretKey => "S3RVER";

    public string Bucket => "reelsmith";

    /// <summary>The folder that its objects are in.</summary>
    public string Objects => Path.Combine(_program.Folder, "objects");

    public int ProcessId => _program.Id;

    public static async Task<S3Server> Start(CancellationToken cancellationToken)
    {
        var server = new S3Server();
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

    /// <param name="endpoint">Where to reach it instead, for instance through a <see cref="FaultyProxy"/>.</param>
    public AmazonS3Client Client(Uri? endpoint = null) => new(AccessKey, SecretKey, new AmazonS3Config
    {
        ServiceURL = (endpoint ?? Endpoint).AbsoluteUri,
        AuthenticationRegion = Region,
        ForcePathStyle = true,
        UseHttp = true,
    });

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public Task Kill() => _program.Kill();

    /// <summary>Starts it again with its objects and port, after stopping it where it still runs.</summary>
    public Task Restart(CancellationToken cancellationToken) => _program.Restart(cancellationToken);

    /// <summary>Its connections stay open and it says nothing, as behind a network that lost its way.</summary>
    public void Pause() => _program.Pause();

    public void Continue() => _program.Continue();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private async Task<bool> Answers(CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", _port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
