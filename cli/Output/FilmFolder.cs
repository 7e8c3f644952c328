using System.Security.Cryptography;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Cli.Output;

/// <summary>The files of a film under the names that people know. A file is there whole or not at all.</summary>
internal static class FilmFolder
{
    private const string Video = "video.mp4";
    private const string Storyboard = "storyboard.json";

    /// <summary>Whether nothing of another film is there.</summary>
    public static bool IsFreeFor(string folder, VideoFiles files)
    {
        if (File.Exists(folder)) return false;
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return true;
        var (storyboard, video) = (Path.Combine(folder, Storyboard), Path.Combine(folder, Video));
        return Holds(storyboard, files.Storyboard) && (!File.Exists(video) || Holds(video, files.Video));
    }

    /// <summary>Copies everything under temporary names, then renames, the film last: where it is, its neighbours are.</summary>
    public static async Task Write(string folder, VideoFiles files, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        (string Name, ArtifactRef Artifact)[] all =
        [
            ("captions.srt", files.CaptionsSrt), ("captions.vtt", files.CaptionsVtt), (Storyboard, files.Storyboard), ("poster.jpg", files.Poster),
            ("provenance.json", files.Provenance), ("qc.json", files.Qc), (Video, files.Video),
        ];
        var copied = new List<string>();
        try
        {
            foreach (var (name, artifact) in all)
            {
                copied.Add(Temporary(folder, name));
                await Copy(await artifacts.PathOf(artifact, cancellationToken), copied[^1], cancellationToken);
            }
            foreach (var (name, _) in all) File.Move(Temporary(folder, name), Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            foreach (var temporary in copied) File.Delete(temporary);
        }
    }

    // The same name every time, so that what a killed run left is written over by the next.
    private static string Temporary(string folder, string name) => Path.Combine(folder, $".{name}.tmp");

    private static async Task Copy(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        await source.CopyToAsync(target, cancellationToken);
        await target.FlushAsync(cancellationToken);
        target.Flush(flushToDisk: true);
    }

    private static bool Holds(string path, ArtifactRef artifact)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Length != artifact.Bytes) return false;
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == artifact.Hash;
    }
}
