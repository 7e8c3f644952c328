using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reelsmith.Contracts;
using Reelsmith.Hosting;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Store;

/// <summary>Says in words what keeps the job store from being written.</summary>
internal static class StoreFailures
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    /// <summary>Whether another writer appended the same version first.</summary>
    public static bool IsConflict(DbUpdateException e) => e.InnerException is SqliteException { SqliteErrorCode: Constraint };

    public static ReelsmithException Of(Exception e, DataFolder data)
    {
        var cause = e is DbUpdateException { InnerException: { } inner } ? inner : e;
        return cause switch
        {
            ReelsmithException known => known,
            SqliteException { SqliteErrorCode: Full } => DiskIsFull(cause),
            IOException io when DiskFull.Is(io) => DiskIsFull(cause),
            SqliteException { SqliteErrorCode: InputOutput } => Unavailable("store_unwritable", $"The job store in {data.Root} could not be written.", "Check the disk and its free space.", cause),
            SqliteException { SqliteErrorCode: Busy } => Unavailable("store_busy", $"The job store in {data.Root} is held by another program.", "Try again when that program has ended.", cause),
            SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => Unavailable("store_damaged", $"The job store {data.Database} is damaged.",
                "Move that file away and run the same command again: stored scenes are kept and used.", cause),
            SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } or UnauthorizedAccessException or IOException => Unavailable("data_folder_unwritable",
                $"The data folder {data.Root} cannot be written.", $"Make it writable, or name another with {DataFolder.EnvironmentVariable}.", cause),
            _ => new ReelsmithException(new Failure(FailureKind.Internal, "internal", $"{cause.GetType().Name}: {cause.Message}",
                "This is a fault in Reelsmith; please report it with this message."), cause),
        };
    }

    private static ReelsmithException DiskIsFull(Exception cause) =>
        Unavailable("disk_full", "The disk is full.", "Free some space and run the same command again: it goes on from what is done.", cause);

    private static ReelsmithException Unavailable(string code, string message, string hint, Exception cause) =>
        new(new Failure(FailureKind.Unavailable, code, message, hint), cause);
}
