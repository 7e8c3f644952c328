using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Artifacts;

/// <summary>Recognises ENOSPC and EDQUOT, and says what to do about them.</summary>
public static class DiskFull
{
    public const string Code = "disk_full";

    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    public static bool Is(IOException e) => (e.HResult & 0xFFFF) is NoSpace or QuotaExceeded || Says(e.Message);

    /// <summary>Whether a program's or a library's own words mean that.</summary>
    public static bool Says(string words) => words.Contains("No space left", StringComparison.Ordinal) || words.Contains("disk is full", StringComparison.OrdinalIgnoreCase);

    public static Failure Failure(string? engine = null) => new(FailureKind.Unavailable, Code, "The disk is full.",
        "Free some space and run the same command again: it goes on from what is done.", Engine: engine);
}
