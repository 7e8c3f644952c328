using Reelsmith.Hosting;

namespace Reelsmith.Composer.Films;

/// <summary>A folder for one film's unfinished files, gone with everything in it when the work ends, however it ends.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(DataFolder data)
    {
        Path = System.IO.Path.Combine(data.Temporary, $"compose-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
