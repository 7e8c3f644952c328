using System.Diagnostics;
using System.Runtime.InteropServices;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>What this machine lets a test do.</summary>
/// <param name="FakeTime">The library that shifts a process's clock; null where it is not installed.</param>
/// <param name="MayMount">Whether a process may be given a small disk of its own.</param>
/// <param name="MayDivide">Whether a process may be given a network of its own.</param>
internal sealed record Machine(string? FakeTime, bool MayMount, bool MayDivide)
{
    private const string Mount = "mount -t tmpfs -o size=4m none \"$0\" && exec \"$@\"";

    public static async Task<Machine> Look()
    {
        var library = $"/usr/lib/{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64")}-linux-gnu/faketime/libfaketimeMT.so.1";
        return new Machine(File.Exists(library) ? library : null, await Runs("unshare", "--mount", "sh", "-c", Mount, "/tmp", "true"), await Runs([.. new NetworkLink().Wrapper, "true"]));
    }

    /// <summary>What this machine refuses, in words.</summary>
    public IEnumerable<string> Refused()
    {
        if (FakeTime is null) yield return "clock jumps (libfaketime is not installed)";
        if (!MayDivide) yield return "network cut (this user may not make network namespaces)";
        if (!MayMount) yield return "disk full (this user may not mount)";
    }

    /// <summary>What a program is started by for its folder to be a disk of four megabytes, which goes with it.</summary>
    public IReadOnlyList<string> OnSmallDisk(string folder) => ["unshare", "--mount", "sh", "-c", Mount, folder];

    /// <summary>Fills the disk of a process that has a small one.</summary>
    public static async Task<bool> Fill(int processId, string folder)
    {
        try
        {
            await using var file = new FileStream($"/proc/{processId}/root{folder}/full", FileMode.Create, FileAccess.Write, FileShare.None, 1);
            var block = new byte[4096];
            for (var blocks = 0; blocks < 4_096; blocks++) await file.WriteAsync(block);
            return false;
        }
        catch (IOException e)
        {
            return DiskFull.Is(e);
        }
    }

    private static async Task<bool> Runs(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
