using Reelsmith.Contracts;
using Reelsmith.Gateway.Photos;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Cli.CommandLine;

/// <summary>What a film is to be made from, as it was typed.</summary>
/// <param name="TextFile">Path, or "-" for standard input.</param>
/// <param name="StoryboardFile">Path, or "-" for standard input.</param>
/// <param name="PhotoFile">Path.</param>
/// <param name="Wishes">The request without its input.</param>
internal sealed record FilmInput(string? Prompt, string? TextFile, string? StoryboardFile, string? PhotoFile, VideoRequest Wishes)
{
    private const string StandardInput = "-";
    private static readonly string[] MarkdownExtensions = [".md", ".markdown"];

    /// <summary>Reads and checks everything, and only then stores what the request refers to.</summary>
    /// <exception cref="ReelsmithException">It cannot be made.</exception>
    public async Task<VideoRequest> ToRequest(ReelsmithApp app, CancellationToken cancellationToken)
    {
        var placeholder = new ArtifactRef("", "", 0);
        VideoRequestRules.Check(Wishes with { Prompt = Prompt, Text = TextFile is null ? null : placeholder, Storyboard = StoryboardFile is null ? null : placeholder });
        var artifacts = new LocalArtifactStore(app.Data);
        var wishes = await WithInput(app, artifacts, cancellationToken);
        if (PhotoFile is null) return wishes;
        var (photo, kind) = PhotoImport.Read(await Read(app, PhotoFile, PhotoImport.MostBytes, cancellationToken));
        return wishes with { Photo = await artifacts.AddBytes(photo, kind, cancellationToken) };
    }

    private async Task<VideoRequest> WithInput(ReelsmithApp app, LocalArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (TextFile is not null)
        {
            var text = VideoRequestRules.ReadText(await Read(app, TextFile, VideoRequestRules.TextBytes, cancellationToken));
            var extension = MarkdownExtensions.Contains(Path.GetExtension(TextFile), StringComparer.OrdinalIgnoreCase) ? "md" : "txt";
            return Wishes with { Text = await artifacts.AddBytes(System.Text.Encoding.UTF8.GetBytes(text), extension, cancellationToken) };
        }
        if (StoryboardFile is not null)
        {
            var json = await Read(app, StoryboardFile, StoryboardLimits.Bytes, cancellationToken);
            StoryboardReader.Read(json);
            return Wishes with { Storyboard = await artifacts.AddBytes(json, "json", cancellationToken) };
        }
        return Wishes with { Prompt = Prompt!.Trim() };
    }

    // Reads one byte more than is allowed at most: enough to tell that it is too long.
    private static async Task<byte[]> Read(ReelsmithApp app, string file, int most, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file == StandardInput ? app.Terminal.OpenInput() : File.OpenRead(Path.GetFullPath(file, app.WorkingFolder));
            var content = new byte[most + 1];
            var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
            return content[..length];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ReelsmithException.InvalidInput("file_missing", $"There is no file {file}.", "Check its name; paths start from the folder you are in.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw ReelsmithException.InvalidInput("file_unreadable", Directory.Exists(Path.GetFullPath(file, app.WorkingFolder)) ? $"{file} is a folder." : $"{file} cannot be read.", "Name a file that you may read.");
        }
    }
}
