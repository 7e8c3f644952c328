using System.Globalization;

namespace Reelsmith.Benchmarks;

/// <summary>What a process has taken, by /proc.</summary>
internal static class ProcessFigures
{
    private const double TicksPerSecond = 100; // USER_HZ, fixed in the kernel's interface

    public static TimeSpan Cpu(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>Of a process and those that it started and that still run.</summary>
    public static TimeSpan CpuWithChildren(int process) => ChildrenOf(process).Aggregate(Cpu(process), (sum, child) => sum + CpuWithChildren(child));

    /// <summary>Resident memory of a process and those that it started and that still run: what belongs to one of them alone, and what they share, which counts once.</summary>
    public static (double Own, double Shared) MegabytesWithChildren(int process)
    {
        var rollup = $"/proc/{process}/smaps_rollup";
        return ChildrenOf(process).Select(MegabytesWithChildren)
            .Aggregate((Own: Kilobytes(rollup, "Pss_Anon:") / 1024, Shared: Kilobytes(rollup, "Pss_Shmem:") / 1024), (sum, child) => (sum.Own + child.Own, sum.Shared + child.Shared));
    }

    /// <summary>Resident memory.</summary>
    public static double Megabytes(int process) => Kilobytes($"/proc/{process}/status", "VmRSS:") / 1024;

    private static double Kilobytes(string file, string field) =>
        double.Parse(File.ReadLines(file).First(line => line.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static IEnumerable<int> ChildrenOf(int process) => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
        .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        .Where(id => ParentOf(id) == process);

    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }
}
