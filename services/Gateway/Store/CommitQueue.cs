using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Telemetry;

namespace Reelsmith.Gateway.Store;

/// <summary>All writing to the job store. Whatever waits is committed together, because a commit costs a sync of the disk and a way to the
/// database and back however much it holds. Each change stands alone: when one fails, they are committed one by one.</summary>
internal class CommitQueue : IAsyncDisposable
{
    private const int MostTogether = 256;
    private static readonly TimeSpan LongestLater = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly GatewayStore _store;
    private readonly TimeProvider _time;
    private readonly Channel<Change> _waiting = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentQueue<Change> _later = new();
    private readonly Timer _laterIsNow;
    private readonly Lazy<Task> _writing;

    public CommitQueue(GatewayStore store, TimeProvider time)
    {
        (_store, _time) = (store, time);
        _laterIsNow = new Timer(_ => _waiting.Writer.TryWrite(new Change(_ => Task.CompletedTask)));
        _writing = new Lazy<Task>(StartWriting);
    }

    /// <summary>Messages came into the outbox, and are on the disk.</summary>
    public event Action<IReadOnlyList<OutboxRow>>? Outgoing;

    /// <summary>So many changes were committed together, in that time.</summary>
    public event Action<int, TimeSpan>? Committed;

    /// <summary>Runs a change in the next transaction and returns when that is on the disk.</summary>
    /// <param name="change">It may read, add and execute; never together with another change. Called again when the transaction has to be
    /// made anew. What throws a <see cref="ReelsmithException"/> must have changed nothing.</param>
    public virtual async Task<T> Commit<T>(Func<GatewayDb, Task<T>> change)
    {
        T result = default!;
        await Enqueue(new Change(async db => result = await change(db)));
        return result;
    }

    public Task Commit(Func<GatewayDb, Task> change) => Commit(async db =>
    {
        await change(db);
        return true;
    });

    /// <summary>Adds and changes rows in the next transaction and returns when that is on the disk: cheaper than <see cref="Commit{T}"/>, because
    /// such changes go to the database in one message.</summary>
    /// <param name="rows">Puts them into the context, and asks the database nothing.</param>
    public virtual Task Add(Action<GatewayDb> rows) => Enqueue(new Change(db =>
    {
        rows(db);
        return Task.CompletedTask;
    }, Asks: false));

    /// <summary>Runs a change with the next transaction that something else needs, or in a second: for what a crash may undo.</summary>
    public void Later(Func<GatewayDb, Task> change)
    {
        _later.Enqueue(new Change(change));
        _ = _writing.Value;
        if (_later.Count == 1) _laterIsNow.Change(LongestLater, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        await _laterIsNow.DisposeAsync();
        _waiting.Writer.TryComplete();
        if (_writing.IsValueCreated) await _writing.Value;
    }

    private Task Enqueue(Change change)
    {
        change.Span = Traces.Beside("commit");
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(change), this);
        _ = _writing.Value;
        return change.Done.Task;
    }

    private Task StartWriting()
    {
        // It outlives the request that comes first, and is no part of its trace.
        using var apart = ExecutionContext.SuppressFlow();
        return Task.Run(WriteAll);
    }

    private async Task WriteAll()
    {
        var changes = new List<Change>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            changes.Clear();
            while (changes.Count < MostTogether && _waiting.Reader.TryRead(out var change)) changes.Add(change);
            while (changes.Count < MostTogether && _later.TryDequeue(out var change)) changes.Add(change);
            await Write([.. changes.OrderBy(change => change.Asks)]);
        }
        await Write([.. _later]);
    }

    private async Task Write(Change[] changes)
    {
        var started = _time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await WriteTogether(changes);
                foreach (var change in changes) change.End(null, changes.Length);
                if (changes.Length > 0) Committed?.Invoke(changes.Length, _time.GetElapsedTime(started));
                return;
            }
            catch (Exception e) when (_store.Database.IsOutage(e) && _time.GetElapsedTime(started) < LongestOutage)
            {
                await Task.Delay(pause, _time);
            }
            catch (Exception e) when (changes.Length == 1 || _store.Database.IsOutage(e))
            {
                foreach (var change in changes) change.End(e, changes.Length);
                return;
            }
            catch (Exception)
            {
                foreach (var change in changes) await Write([change]);
                return;
            }
        }
    }

    private async Task WriteTogether(Change[] changes)
    {
        if (changes.Length == 0) return;
        await using var db = await _store.Open();
        db.Database.AutoSavepointsEnabled = false; // what fails is made anew from the start
        await using var transaction = await db.Database.BeginTransactionAsync();
        var written = 0;
        foreach (var change in changes)
        {
            if (change.Asks && written > 0) await db.SaveChangesAsync();
            await change.Make(db);
            written++;
        }
        await db.SaveChangesAsync();
        var outgoing = db.ChangeTracker.Entries<OutboxRow>().Where(entry => entry.State == EntityState.Unchanged).Select(entry => entry.Entity).ToArray();
        await transaction.CommitAsync();
        if (outgoing.Length > 0) Outgoing?.Invoke(outgoing);
    }

    /// <param name="Asks">Whether it reads or executes.</param>
    private sealed record Change(Func<GatewayDb, Task> Run, bool Asks = true)
    {
        private ReelsmithException? _refused;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Activity? Span { get; set; }

        public async Task Make(GatewayDb db)
        {
            _refused = null;
            try
            {
                await Run(db);
            }
            catch (ReelsmithException e)
            {
                _refused = e; // an answer to whoever asked, not a failure of the transaction
            }
        }

        public void End(Exception? failure, int together)
        {
            Span?.SetTag("reelsmith.commit.size", together);
            if (failure is not null) Span.Fail(failure.GetType().FullName!, failure.Message);
            Span.EndBeside();
            if ((_refused ?? failure) is { } e) Done.TrySetException(e);
            else Done.TrySetResult();
        }
    }
}
