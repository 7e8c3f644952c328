namespace Reelsmith.Hosting.Artifacts;

/// <summary>How a client gets a file.</summary>
/// <param name="Method">GET or HEAD.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Disposition">Its name, as a <c>Content-Disposition</c> header.</param>
public sealed record Download(string Method, string ContentType, string Disposition);
