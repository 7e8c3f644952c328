using Microsoft.Data.Sqlite;
using Reelsmith.Hosting;

namespace Reelsmith.Gateway.Tests;

internal sealed class TemporaryData : IDisposable
{
    public DataFolder Folder { get; } = new(Directory.CreateTempSubdirectory("reelsmith-gateway-").FullName);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.Root, recursive: true);
    }
}
