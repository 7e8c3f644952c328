using Microsoft.AspNetCore.Http;

namespace Reelsmith.Gateway.Http.Protection;

/// <summary>A body that ends with an exception when it is longer than it may be.</summary>
internal sealed class LimitedBody(Stream body, long limit, Func<Exception> tooLong) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await body.ReadAsync(buffer, cancellationToken));
        }
        catch (IOException e) when (e.InnerException is OverflowException)
        {
            throw new BadHttpRequestException("The length of a chunk is no number.", e); // the server knows of every other malformed chunk that it is the client's fault
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read)
    {
        _read += read;
        return _read <= limit ? read : throw tooLong();
    }
}
