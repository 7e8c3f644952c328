namespace Reelsmith.Contracts;

/// <summary>Names a stored file by its content. Messages carry this, never the bytes.</summary>
/// <param name="Hash">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
/// <param name="Extension">File name extension without the dot ("wav", "mp4").</param>
/// <param name="Bytes">Length of the content in bytes.</param>
public sealed record ArtifactRef(string Hash, string Extension, long Bytes)
{
    public const int HashDigits = 64;
}
