namespace Reelsmith.Hosting.Tests;

internal sealed class TemporaryData : IDisposable
{
    public DataFolder Folder { get; } = new(Directory.CreateTempSubdirectory("reelsmith-hosting-").FullName);

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);
}
