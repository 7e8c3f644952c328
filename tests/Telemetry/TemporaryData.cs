using Microsoft.Data.Sqlite;
using Reelsmith.Hosting;

namespace Reelsmith.Telemetry.Tests;

internal sealed class TemporaryData : IDisposable
{
    public DataFolder Folder { get; } = new(Directory.CreateTempSubdirectory("reelsmith-telemetry-").FullName);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.Root, recursive: true);
    }
}
