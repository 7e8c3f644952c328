using System.Globalization;
using System.Runtime.InteropServices;

namespace Reelsmith.Tests.Servers;

/// <summary>Processes and those that descend from them, by /proc.</summary>
public static partial class ProcessTree
{
    /// <summary>The descendants of a process, parents first.</summary>
    public static IReadOnlyList<(int Id, string Name)> Below(int parent)
    {
        var processes = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Select(name => Read(name!)).ToLookup(process => process.Parent);
        IEnumerable<(int, string)> Descend(int id) => processes[id].SelectMany(child => Descend(child.Id).Prepend((child.Id, child.Name)));
        return [.. Descend(parent)];
    }

    /// <summary>Whether it has not ended; one that nobody has waited for yet has.</summary>
    public static bool IsRunning(int id) => Read($"{id}") is { Parent: >= 0, State: not 'Z' };

    /// <summary>Sends a signal to a process; nothing happens when it has ended.</summary>
    internal static void Send(Signal signal, int id) => _ = Kill(id, (int)signal);

    internal static void SendToAll(Signal signal, int parent)
    {
        Send(signal, parent);
        foreach (var (id, _) in Below(parent)) Send(signal, id);
    }

    private static (int Id, string Name, int Parent, char State) Read(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var nameEnd = stat.LastIndexOf(')');
            var fields = stat[(nameEnd + 2)..].Split(' ');
            return (int.Parse(id, CultureInfo.InvariantCulture), stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..nameEnd], int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0]);
        }
        catch (IOException)
        {
            return (0, "", -1, 'X'); // it has ended
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int id, int signal);
}
