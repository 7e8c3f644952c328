namespace Reelsmith.Hosting.Artifacts;

/// <summary>Recognises ENOSPC and EDQUOT.</summary>
public static class DiskFull
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    public static bool Is(IOException e) => (e.HResult & 0xFFFF) is NoSpace or QuotaExceeded
        || e.Message.Contains("No space left", StringComparison.Ordinal) || e.Message.Contains("disk is full", StringComparison.OrdinalIgnoreCase);
}
