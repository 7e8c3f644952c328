using System.Collections.Concurrent;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;
using Reelsmith.Video.Frames;

namespace Reelsmith.Video.Clips;

/// <summary>An ffmpeg that encodes the frames it is given while the next ones are drawn. Owns the frame buffers.</summary>
internal sealed class ClipEncoder : IAsyncDisposable
{
    private const int Buffers = 4;

    private readonly ChildProcess _ffmpeg;
    private readonly Stream _pipe;
    private readonly StageWork _work;
    private readonly YuvFrame[] _frames;
    private readonly int[] _uses;
    private readonly BlockingCollection<YuvFrame> _free = new(Buffers);
    private readonly BlockingCollection<YuvFrame> _waiting = new(Buffers * 2);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _writing;
    private YuvFrame? _last;

    private ClipEncoder(ChildProcess ffmpeg, VideoFormat format, StageWork work)
    {
        _ffmpeg = ffmpeg;
        _pipe = ffmpeg.StandardInput;
        _work = work;
        _frames = [.. Enumerable.Range(0, Buffers).Select(_ => new YuvFrame(format.Width, format.Height))];
        _uses = new int[Buffers];
        foreach (var frame in _frames) _free.Add(frame);
        PipeSize.Enlarge(_pipe);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The program's process.</summary>
    public int ProcessId => _ffmpeg.Id;

    /// <summary>Fires when the encoder has stopped reading: <see cref="Finish"/> says why.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <param name="path">The MP4 to write.</param>
    /// <exception cref="ReelsmithException"><c>ffmpeg_missing</c>.</exception>
    public static ClipEncoder Start(string path, VideoFormat format, StageWork work, CancellationToken cancellationToken)
    {
        try
        {
            return new ClipEncoder(ChildProcess.Start("ffmpeg", X264.Arguments(format, path), work, cancellationToken: cancellationToken), format, work);
        }
        catch (ReelsmithException e) when (e.Failure.Code == "program_missing")
        {
            throw ReelsmithException.Unavailable("ffmpeg_missing", "FFmpeg is not installed.", "Install it: apt install ffmpeg", "ffmpeg");
        }
    }

    /// <summary>Hands over a drawn frame. Waits while every buffer is still to be written.</summary>
    /// <param name="changed">What differs from the frame handed over before; nothing: that one is sent again.</param>
    public void Add(BgraFrame drawn, DirtyRegion changed, CancellationToken cancellationToken)
    {
        foreach (var buffer in _frames) buffer.Stale.Add(changed);
        if (_last is null || !changed.IsEmpty)
        {
            if (_last is not null) Release(_last);
            _last = null;
            _last = _free.Take(cancellationToken);
            _last.Update(drawn);
            Use(_last); // kept back from reuse for as long as it may be sent again
        }
        Use(_last);
        _waiting.Add(_last, cancellationToken);
    }

    /// <summary>Waits until the clip is whole.</summary>
    /// <exception cref="ReelsmithException"><c>encoder_killed</c>, <c>disk_full</c>, or ffmpeg's own words.</exception>
    public async Task Finish(CancellationToken cancellationToken)
    {
        _waiting.CompleteAdding();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _ffmpeg.WaitForSuccess(cancellationToken);
        }
        catch (ReelsmithException e) when (e.Failure.Code == "program_killed")
        {
            throw ReelsmithException.Transient("encoder_killed", "The encoder was ended from outside.", "Run the same command again: it goes on from what is done.", "ffmpeg");
        }
        if (_ended.IsCancellationRequested) throw ReelsmithException.Transient("encoder_killed", $"The encoder stopped early. {_ffmpeg.ErrorTail}", "Run the same command again: it goes on from what is done.", "ffmpeg");
    }

    public async ValueTask DisposeAsync()
    {
        await _ffmpeg.DisposeAsync();
        _waiting.CompleteAdding();
        await _writing;
        foreach (var frame in _frames) frame.Dispose();
        _free.Dispose();
        _waiting.Dispose();
        _ended.Dispose();
    }

    private void Write()
    {
        var cpu = ThreadCpu.Now();
        var broken = false;
        foreach (var frame in _waiting.GetConsumingEnumerable())
        {
            try
            {
                if (!broken) _pipe.Write(frame.Bytes);
            }
            catch (IOException)
            {
                broken = true; // ffmpeg has ended; what it said is reported by Finish
                _ended.Cancel();
            }
            Release(frame);
        }
        try
        {
            _pipe.Dispose();
        }
        catch (IOException)
        {
            // it ended before; nothing is left to flush
        }
        _work.AddCpu(ThreadCpu.Now() - cpu);
    }

    private void Use(YuvFrame frame) => Interlocked.Increment(ref _uses[Array.IndexOf(_frames, frame)]);

    private void Release(YuvFrame frame)
    {
        if (Interlocked.Decrement(ref _uses[Array.IndexOf(_frames, frame)]) == 0) _free.Add(frame);
    }
}
