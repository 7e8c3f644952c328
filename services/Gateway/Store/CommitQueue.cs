using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Reelsmith.Gateway.Store;

/// <summary>All writing to the job store. Whatever waits is committed together, because a commit costs a sync of the disk however
/// much it holds. Each change stands alone: one that fails takes no other with it.</summary>
internal class CommitQueue : IAsyncDisposable
{
    private const int MostTogether = 256;
    private static readonly TimeSpan LongestLater = TimeSpan.FromSeconds(1);

    private readonly GatewayStore _store;
    private readonly Channel<Change> _waiting = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentQueue<Change> _later = new();
    private readonly Timer _laterIsNow;
    private readonly Lazy<Task> _writing;

    public CommitQueue(GatewayStore store)
    {
        _store = store;
        _laterIsNow = new Timer(_ => _waiting.Writer.TryWrite(new Change(_ => Task.CompletedTask)));
        _writing = new Lazy<Task>(() => Task.Run(WriteAll));
    }

    /// <summary>Runs a change in the next transaction and returns when that is on the disk.</summary>
    /// <param name="change">Called once, never together with another change; it may read, add and execute.</param>
    public virtual async Task<T> Commit<T>(Func<GatewayDb, Task<T>> change)
    {
        T result = default!;
        var item = new Change(async db => result = await change(db));
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(item), this);
        _ = _writing.Value;
        await item.Done.Task;
        return result;
    }

    public Task Commit(Func<GatewayDb, Task> change) => Commit(async db =>
    {
        await change(db);
        return true;
    });

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

    private async Task WriteAll()
    {
        var changes = new List<Change>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            changes.Clear();
            while (changes.Count < MostTogether && _waiting.Reader.TryRead(out var change)) changes.Add(change);
            while (changes.Count < MostTogether && _later.TryDequeue(out var change)) changes.Add(change);
            await Write(changes);
        }
        await Write([.. _later]);
    }

    private async Task Write(List<Change> changes)
    {
        if (changes.Count == 0) return;
        try
        {
            await using var db = await _store.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var change in changes) await Apply(db, transaction, change);
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            foreach (var change in changes) change.Failure ??= e;
        }
        foreach (var change in changes)
        {
            if (change.Failure is { } failure) change.Done.TrySetException(failure);
            else change.Done.TrySetResult();
        }
    }

    private static async Task Apply(GatewayDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Change change)
    {
        const string savepoint = "change";
        await transaction.CreateSavepointAsync(savepoint);
        try
        {
            await change.Run(db);
            await db.SaveChangesAsync();
            await transaction.ReleaseSavepointAsync(savepoint);
        }
        catch (Exception e)
        {
            change.Failure = e; // handed to whoever asked for the change
            await transaction.RollbackToSavepointAsync(savepoint);
        }
        db.ChangeTracker.Clear();
    }

    private sealed class Change(Func<GatewayDb, Task> run)
    {
        public Func<GatewayDb, Task> Run { get; } = run;

        public Exception? Failure { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
