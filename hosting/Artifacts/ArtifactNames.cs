using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>What things are called in a bucket.</summary>
internal static class ArtifactNames
{
    public const string Artifacts = "artifacts/";

    /// <summary>A note for every artifact that nothing referred to at the last sweep.</summary>
    public const string Noted = "sweep/noted/";

    /// <summary>What is being deleted at the moment.</summary>
    public const string Going = "sweep/going/";

    public static string FileOf(ArtifactRef artifact) => $"{artifact.Hash}.{artifact.Extension}";

    public static string ObjectOf(string file) => $"{Artifacts}{file[..2]}/{file}";

    public static string ObjectOf(ArtifactRef artifact) => ObjectOf(FileOf(artifact));

    public static string NoteOf(string file) => Noted + file;
}
