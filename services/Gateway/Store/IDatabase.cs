using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Store;

/// <summary>Where the job store lies.</summary>
internal interface IDatabase
{
    DbContextOptions<GatewayDb> Options { get; }

    /// <summary>Brings the tables to what this program reads and writes. Several processes may do so at once.</summary>
    /// <exception cref="ReelsmithException">They are of a newer program that this one cannot work beside.</exception>
    Task Prepare();

    /// <summary>Runs something that one process at a time is to do; nothing when another is at it.</summary>
    /// <param name="number">Of the work, the same in every process.</param>
    Task Alone(long number, Func<Task> work, CancellationToken cancellationToken);

    /// <summary>Fails when nothing can be written.</summary>
    Task CheckWritable(CancellationToken cancellationToken);

    /// <summary>Whether another writer was faster: the same change, decided on anew, may succeed.</summary>
    bool IsConflict(Exception e);

    /// <summary>Whether the database was not to be had, so that the same change may succeed in a moment. It may also have been made.</summary>
    bool IsOutage(Exception e);

    /// <summary>Says in words what keeps the store from being read or written; null: it is nothing of the database's.</summary>
    ReelsmithException? Explain(Exception e);
}
