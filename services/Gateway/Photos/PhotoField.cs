using System.Text.Json;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Http.Errors;
using Reelsmith.Gateway.Videos;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Photos;

/// <summary>Reads the picture that a film is to show, as the OpenAI SDKs send it: an uploaded file, or {image_url}, which is a URL or a data URL.</summary>
internal sealed class PhotoField(PhotoDownload download, IArtifactStore artifacts) : IDisposable
{
    public const string Name = "input_reference";

    private const string Url = "image_url";
    private const string FileId = "file_id";
    private const string UrlInForm = $"{Name}[{Url}]";
    private const string FileIdInForm = $"{Name}[{FileId}]";

    private readonly SemaphoreSlim _decoding = new(1, 1); // a large picture takes 200 MB for a moment

    public static IReadOnlyList<string> Parameters { get; } = [Name, UrlInForm, FileIdInForm];

    /// <returns>The stored picture; null when none is asked for.</returns>
    /// <exception cref="ReelsmithException">It cannot be had, or is no picture.</exception>
    public async Task<ArtifactRef?> Read(RequestFields fields, CancellationToken cancellationToken)
    {
        try
        {
            if (await File(fields, cancellationToken) is not { } file) return null;
            await _decoding.WaitAsync(cancellationToken);
            try
            {
                var (content, extension) = await Task.Run(() => PhotoImport.Read(file), cancellationToken);
                return await artifacts.AddBytes(content, extension, cancellationToken);
            }
            finally
            {
                _decoding.Release();
            }
        }
        catch (ReelsmithException e) when (e.Failure.Kind == FailureKind.InvalidInput)
        {
            throw e.About(Name);
        }
    }

    public void Dispose() => _decoding.Dispose();

    private async Task<byte[]?> File(RequestFields fields, CancellationToken cancellationToken)
    {
        if (fields.Upload(Name) is { } uploaded) return uploaded;
        var given = fields.Object(Name);
        if (given?.EnumerateObject().FirstOrDefault(member => member.Name is not (Url or FileId)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
        {
            throw ReelsmithException.InvalidInput("input_reference_invalid", $"{Name} has no member \"{RequestFields.Shown(other.Name)}\".", $"Use {Url}.");
        }
        if (fields.Text(FileIdInForm) is not null || Member(given, FileId) is not null)
        {
            throw ReelsmithException.InvalidInput("input_reference_file_id", "This server keeps no files that could be named by an id.", $"Send the picture itself, or its {Url}.");
        }
        var url = fields.Text(UrlInForm) ?? Member(given, Url) ?? (given is null ? fields.Text(Name) : throw ReelsmithException.InvalidInput("input_reference_invalid", $"{Name} is empty.", $"Give its {Url}."));
        return url is null ? null : await download.Get(url, cancellationToken);
    }

    private static string? Member(JsonElement? given, string name) => given?.TryGetProperty(name, out var value) != true || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw ReelsmithException.InvalidInput("input_reference_invalid", $"{Name}.{name} is not a string.", "Send one.");
}
