using Reelsmith.Contracts;

namespace Reelsmith.Cli.Output;

/// <summary>The place that a film is to go to, proved writable before any work is done.</summary>
internal sealed class OutputFolder
{
    private readonly string _path;
    private readonly bool _named;
    private readonly List<string> _created = [];

    private OutputFolder(string path, bool named) => (_path, _named) = (path, named);

    /// <param name="asked">The folder that was asked for; null: one named after the title, inside <paramref name="workingFolder"/>.</param>
    /// <exception cref="ReelsmithException">It cannot be written.</exception>
    public static OutputFolder Prepare(string? asked, string workingFolder)
    {
        var folder = new OutputFolder(asked is null ? workingFolder : FullPath(asked, workingFolder), asked is not null);
        try
        {
            folder.Create();
            var probe = Path.Combine(folder._path, $".reelsmith-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }
            return folder;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or NotSupportedException)
        {
            folder.RemoveIfUnused();
            throw ReelsmithException.InvalidInput("output_unwritable", $"The output folder {folder._path} cannot be written.",
                folder._named ? "Name another with --out." : "Go to a folder that you may write, or name one with --out.");
        }
    }

    /// <summary>The folder for a film: the one asked for, else the first of title, title-2, … that is free or holds this very film.</summary>
    public string For(string title, VideoFiles files)
    {
        if (_named) return _path;
        var slug = Slug.Of(title);
        for (var n = 1; ; n++)
        {
            var folder = Path.Combine(_path, n == 1 ? slug : $"{slug}-{n}");
            if (FilmFolder.IsFreeFor(folder, files)) return folder;
        }
    }

    /// <summary>Takes away the folders that were made for a film that did not come.</summary>
    public void RemoveIfUnused()
    {
        foreach (var folder in _created)
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        }
    }

    private void Create()
    {
        for (var folder = _path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder)) _created.Add(folder);
        Directory.CreateDirectory(_path);
    }

    private static string FullPath(string asked, string workingFolder) => string.IsNullOrWhiteSpace(asked) || asked.Contains('\0', StringComparison.Ordinal)
        ? throw ReelsmithException.InvalidInput("output_unwritable", "The output folder has no name.", "Name one with --out.")
        : Path.GetFullPath(asked, workingFolder);
}
