using System.Runtime.InteropServices;

namespace Reelsmith.NoOpServer.Deaths;

/// <summary>Kills this process as <c>kill -9</c> does, at the point that a file names. The file goes first: who comes next lives.</summary>
internal sealed partial class Death(string? order)
{
    private const int SignalKill = 9;

    /// <summary>Does not return when this is the point.</summary>
    public void At(string point)
    {
        if (IsOrdered(point)) Now();
    }

    public bool IsOrdered(string point)
    {
        if (order is null || !File.Exists(order)) return false;
        try
        {
            return File.ReadAllText(order) == point;
        }
        catch (IOException)
        {
            return false; // taken back meanwhile
        }
    }

    public void Now()
    {
        File.Delete(order!);
        _ = Kill(Environment.ProcessId, SignalKill);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int id, int signal);
}
