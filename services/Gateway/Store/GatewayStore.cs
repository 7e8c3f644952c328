using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Store;

/// <summary>The job store: contexts on its database, whose tables are brought up to date first, and what keeps it from being used said in words.</summary>
internal sealed class GatewayStore(IDatabase database)
{
    private readonly PooledDbContextFactory<GatewayDb> _contexts = new(database.Options);
    private readonly Lock _lock = new();
    private Task? _prepared;

    public IDatabase Database => database;

    /// <exception cref="ReelsmithException">The store cannot be used.</exception>
    public async Task<GatewayDb> Open()
    {
        await Prepared();
        return await _contexts.CreateDbContextAsync();
    }

    /// <summary>Runs something that reads or writes the store.</summary>
    /// <exception cref="ReelsmithException">It cannot be read or written.</exception>
    public async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (IsOfStore(e))
        {
            throw FailureOf(e);
        }
    }

    public ReelsmithException FailureOf(Exception e) => Explain(e) ?? new ReelsmithException(new Failure(FailureKind.Internal, "internal", $"{e.GetType().Name}: {e.Message}",
        "This is a fault in Reelsmith; please report it with this message."), e);

    /// <summary>What keeps the store from being used; null: the exception is about something else.</summary>
    public ReelsmithException? Explain(Exception e)
    {
        var cause = e is DbUpdateException { InnerException: { } inner } ? inner : e;
        return cause switch
        {
            ReelsmithException known => known,
            IOException io when DiskFull.Is(io) => new ReelsmithException(DiskFull.Failure(), cause),
            _ => database.Explain(cause),
        };
    }

    private static bool IsOfStore(Exception e) => e is DbUpdateException or DbException or IOException or UnauthorizedAccessException;

    // A database that is not to be had yet is asked again by the next caller.
    private Task Prepared()
    {
        lock (_lock)
        {
            if (_prepared is null or { IsFaulted: true }) _prepared = Prepare();
            return _prepared;
        }
    }

    private async Task Prepare()
    {
        try
        {
            await database.Prepare();
        }
        catch (Exception e) when (IsOfStore(e))
        {
            throw FailureOf(e);
        }
    }
}
